package dev.accepted.datasets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file is written.
 *
 * @param skip bytes before its first character
 * @param strict whether bytes that are none of the charset's are an error; they are, where somebody
 *     has said which charset it is
 */
record CsvFormat(Charset charset, int skip, char delimiter, boolean strict) {

  private static final int SAMPLE_BYTES = 1 << 16;

  /** What the options don't tell is found out; that takes a look at the whole file. */
  static CsvFormat of(Path file, CsvOptions options) throws IOException {
    Charset charset =
        options.charset().isPresent() ? options.charset().get() : CharsetDetection.detect(file);
    return of(file, options, charset);
  }

  /** The same by a look at the beginning of the file only. */
  static CsvFormat byHead(Path file, CsvOptions options) throws IOException {
    return of(file, options, options.charset().orElse(ByteOrderMark.of(file).charset()));
  }

  private static CsvFormat of(Path file, CsvOptions options, Charset charset) throws IOException {
    ByteOrderMark mark = ByteOrderMark.of(file);
    boolean strict = options.charset().isPresent();
    CsvFormat format =
        mark.fits(charset)
            ? new CsvFormat(mark.charset(), mark.length(), ',', strict)
            : new CsvFormat(charset, 0, ',', strict);
    return options.delimiter().isPresent()
        ? format.separatedBy(options.delimiter().get())
        : format.separatedBy(
            DelimiterDetection.detect(format.sample(file), Files.size(file) <= SAMPLE_BYTES));
  }

  CharsetDecoder decoder() {
    CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
  }

  private CsvFormat separatedBy(char newDelimiter) {
    return new CsvFormat(charset, skip, newDelimiter, strict);
  }

  /** The file's beginning, whatever its bytes are; its last character may be cut. */
  private String sample(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.min(skip, Files.size(file)));
      return new String(in.readNBytes(SAMPLE_BYTES), charset);
    }
  }
}

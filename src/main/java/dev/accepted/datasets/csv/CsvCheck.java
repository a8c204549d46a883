package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.PermanentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.List;

/** A quick look at a file's beginning: whether it may be CSV at all. */
public final class CsvCheck {

  private static final int HEAD = 1 << 16;

  /** What CSV files are sent as: browsers on a machine with a spreadsheet have their own ideas. */
  private static final String[] MEDIA_TYPES = {
    "text/csv",
    "text/tab-separated-values",
    "text/plain",
    "application/vnd.ms-excel",
    "application/octet-stream"
  };

  private CsvCheck() {}

  /** The media types under which a CSV file may come. */
  public static String[] mediaTypes() {
    return MEDIA_TYPES.clone();
  }

  /**
   * Passes if the file's beginning reads as the CSV that the options tell of.
   *
   * @return the names of the columns
   * @throws InvalidInput with pointers {@code /file}, {@code /charset} and {@code /columns}
   */
  public static List<String> head(InputFile file, CsvOptions options) throws InvalidInput {
    try {
      byte[] head;
      try (InputStream in = file.open()) {
        head = in.readNBytes(HEAD);
      }
      if (head.length == 0) {
        throw InvalidInput.at("/file", "the file is empty");
      }
      if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
        throw InvalidInput.at(
            "/file", "this is a ZIP archive; a workbook has to be saved as CSV first");
      }
      CsvFormat format = CsvFormat.byHead(file.path(), options);
      checkText(head, format);
      return checkColumns(file, format, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkText(byte[] head, CsvFormat format) throws InvalidInput {
    ByteBuffer bytes = ByteBuffer.wrap(head, format.skip(), head.length - format.skip());
    CharBuffer text = CharBuffer.allocate(head.length);
    CoderResult result = format.decoder().decode(bytes, text, false);
    if (result.isError()) {
      throw InvalidInput.at(
          "/charset",
          "byte %d of the file is not %s".formatted(bytes.position(), format.charset()));
    }
    text.flip();
    for (int i = 0; i < text.length(); i++) {
      if (isBinary(text.charAt(i))) {
        throw InvalidInput.at("/file", "the file is binary, not text");
      }
    }
  }

  /** Control characters other than tab, line ends, form feed and the end mark of DOS. */
  private static boolean isBinary(char c) {
    return c < ' ' && "\t\n\r\f\u001a".indexOf(c) < 0;
  }

  private static List<String> checkColumns(InputFile file, CsvFormat format, CsvOptions options)
      throws InvalidInput, IOException {
    try (CsvRecords records = CsvRecords.open(file.path(), format)) {
      if (!records.hasNext()) {
        throw InvalidInput.at("/file", "the file has no line with anything in it");
      }
      return CsvColumns.of(records.next(), options).names();
    } catch (PermanentFailure e) {
      throw InvalidInput.at("/columns", e.explanation());
    } catch (CsvParseException e) {
      throw InvalidInput.at("/file", "not readable as CSV: " + e.getMessage());
    }
  }
}

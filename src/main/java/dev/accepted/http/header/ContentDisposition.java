package dev.accepted.http.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Content-Disposition} (RFC 6266): what a file is called, both ways. */
public final class ContentDisposition {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9 ._()+,=@~-]");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}]");
  private static final String UNRESERVED = "!#$&+-.^_`|~";
  private static final int MOST_CHARACTERS = 255;

  private ContentDisposition() {}

  /**
   * The header for a file: an ASCII name for every client and, where that isn't the whole name, the
   * exact one in UTF-8. Whatever the name holds, the header holds no control character and no
   * unescaped quote.
   *
   * @param type {@code inline} or {@code attachment}
   */
  public static String of(String type, String fileName) {
    String name = baseName(fileName);
    String plain =
        NOT_PLAIN
            .matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll(""))
            .replaceAll("_");
    String header = type + "; filename=\"" + plain + '"';
    return plain.equals(name) ? header : header + "; filename*=UTF-8''" + encode(name);
  }

  /** The file's name that a request's header tells, without any folders; empty if it has none. */
  public static Optional<String> fileName(String header) {
    Parameters parameters = Parameters.parse(header);
    return Optional.ofNullable(parameters.named().get("filename*"))
        .flatMap(ContentDisposition::decode)
        .or(() -> Optional.ofNullable(parameters.named().get("filename")))
        .map(ContentDisposition::baseName)
        .filter(name -> !name.isBlank());
  }

  /** A name without folders and control characters, at most 255 characters long. */
  public static String baseName(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String clean = CONTROLS.matcher(name).replaceAll("").strip();
    return clean.length() <= MOST_CHARACTERS ? clean : clean.substring(0, MOST_CHARACTERS);
  }

  private static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  private static Optional<String> decode(String extended) {
    String[] parts = extended.split("'", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(percentDecoded(parts[2]));
      return Optional.of(Charset.forName(parts[0]).newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] percentDecoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 3 <= text.length()) {
        bytes.put((byte) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}

package dev.accepted.http.header;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a representation that a request asks for.
 *
 * @param first position of its first byte
 * @param last position of its last byte, inclusive
 */
public record ByteRange(long first, long last) {

  /** The range is well formed but none of its bytes exist; answered with 416. */
  public static final class Unsatisfiable extends Exception {
    private static final long serialVersionUID = 1L;

    Unsatisfiable() {
      super("no byte of the range exists", null, false, false);
    }
  }

  private static final Pattern SINGLE =
      Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * The range that a {@code Range} header asks for.
   *
   * @param length of the whole representation
   * @return empty if the header is to be ignored and all is sent: another unit, a list of ranges
   *     (RFC 9110, section 14.2, leaves that to the server), or not well formed
   * @throws Unsatisfiable if it lies behind the end
   */
  public static Optional<ByteRange> parse(String header, long length) throws Unsatisfiable {
    Matcher parts = SINGLE.matcher(header.strip());
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (parts.group(1).isEmpty()) {
      return Optional.of(suffix(Long.parseLong(parts.group(2)), length));
    }
    long first = Long.parseLong(parts.group(1));
    long last = parts.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(parts.group(2));
    if (last < first) {
      return Optional.empty();
    }
    if (first >= length) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(first, Math.min(last, length - 1)));
  }

  /** How many bytes it has. */
  public long length() {
    return last - first + 1;
  }

  /** The value of {@code Content-Range}. */
  public String contentRange(long whole) {
    return "bytes %d-%d/%d".formatted(first, last, whole);
  }

  private static ByteRange suffix(long wanted, long length) throws Unsatisfiable {
    if (wanted == 0 || length == 0) {
      throw new Unsatisfiable();
    }
    return new ByteRange(Math.max(0, length - wanted), length - 1);
  }
}

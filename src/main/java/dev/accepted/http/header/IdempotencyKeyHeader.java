package dev.accepted.http.header;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Idempotency-Key}: a structured-field string (RFC 9651, section 3.3.3), so quoted. A bare
 * token is tolerated, as many clients send one.
 */
public final class IdempotencyKeyHeader {

  /** The header's name. */
  public static final String NAME = "Idempotency-Key";

  private static final int MOST_CHARACTERS = 255;
  private static final Pattern STRING = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/=@-]+");

  private IdempotencyKeyHeader() {}

  /**
   * The key, without quotes.
   *
   * @param lines all lines of the header; none if there is no key
   * @throws InvalidHeader if it is sent twice, can't be read, is empty or longer than 255
   *     characters
   */
  public static Optional<String> parse(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() > 1) {
      throw new InvalidHeader(NAME, "The header is sent more than once.");
    }
    String key = key(lines.get(0).strip());
    if (key.isEmpty() || key.length() > MOST_CHARACTERS) {
      throw new InvalidHeader(NAME, "A key has 1 to " + MOST_CHARACTERS + " characters.");
    }
    return Optional.of(key);
  }

  private static String key(String item) {
    if (STRING.matcher(item).matches()) {
      return QuotedList.unquote(item);
    }
    if (item.isEmpty() || BARE.matcher(item).matches()) {
      return item;
    }
    throw new InvalidHeader(
        NAME, "A key is a quoted string of ASCII characters, such as \"8e03978e-40d5\".");
  }
}

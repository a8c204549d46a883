package dev.accepted.http.header;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header fields of resumable uploads (draft-ietf-httpbis-resumable-upload-12, section 4.1):
 * structured-field items (RFC 9651). One that can't be read counts as not sent, as the draft has
 * it.
 */
public final class UploadFields {

  /** How much of an upload is here, in bytes. */
  public static final String OFFSET = "Upload-Offset";

  /** Whether nothing more is to come. */
  public static final String COMPLETE = "Upload-Complete";

  /** Of the whole, in bytes. */
  public static final String LENGTH = "Upload-Length";

  /** What a client is to keep to. */
  public static final String LIMIT = "Upload-Limit";

  /** The media type of a part. */
  public static final String PART = "application/partial-upload";

  private static final String PARAMETERS = "( *;[^,]*)?";
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})" + PARAMETERS);
  private static final Pattern FLAG = Pattern.compile("\\?([01])" + PARAMETERS);

  private UploadFields() {}

  /**
   * A whole number, zero or more.
   *
   * @param lines of its header
   */
  public static Optional<Long> number(List<String> lines) {
    return item(NUMBER, lines).map(Long::valueOf);
  }

  /**
   * True or false.
   *
   * @param lines of its header
   */
  public static Optional<Boolean> flag(List<String> lines) {
    return item(FLAG, lines).map("1"::equals);
  }

  private static Optional<String> item(Pattern form, List<String> lines) {
    if (lines.size() != 1) {
      return Optional.empty();
    }
    Matcher item = form.matcher(lines.get(0).strip());
    return item.matches() ? Optional.of(item.group(1)) : Optional.empty();
  }

  /** The value of {@code Upload-Complete}. */
  public static String of(boolean complete) {
    return complete ? "?1" : "?0";
  }

  /**
   * The value of {@code Upload-Limit}.
   *
   * @param maxSize in bytes
   * @param maxAge in seconds
   */
  public static String limit(long maxSize, long maxAge) {
    return "max-size=%d, max-age=%d".formatted(maxSize, maxAge);
  }
}

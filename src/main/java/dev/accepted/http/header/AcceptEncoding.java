package dev.accepted.http.header;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code Accept-Encoding}: how bytes may be coded on their way (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {

  /** The coding that every browser takes (RFC 9110, section 8.4.1.3). */
  public static final String GZIP = "gzip";

  private static final Set<String> NAMES = Set.of(GZIP, "x-gzip");
  private static final String ANY = "*";

  private AcceptEncoding() {}

  /**
   * Whether gzip may be sent: it is named, or anything is, with a weight above 0. Who sends no such
   * header may not be able to decode it.
   *
   * @param lines all lines of the header
   */
  public static boolean takesGzip(List<String> lines) {
    List<Parameters> codings =
        QuotedList.splitAll(lines, ',').stream().map(Parameters::parse).toList();
    List<Parameters> named = codings.stream().filter(coding -> is(coding, NAMES)).toList();
    List<Parameters> meant =
        named.isEmpty()
            ? codings.stream().filter(coding -> is(coding, Set.of(ANY))).toList()
            : named;
    return meant.stream().anyMatch(AcceptEncoding::isWanted);
  }

  private static boolean is(Parameters coding, Set<String> names) {
    return names.contains(coding.value().toLowerCase(Locale.ROOT));
  }

  /** A weight that can't be read is none, so that the bytes are sent as they are. */
  private static boolean isWanted(Parameters coding) {
    try {
      return Double.parseDouble(coding.named().getOrDefault("q", "1")) > 0;
    } catch (NumberFormatException unreadable) {
      return false;
    }
  }
}

package dev.accepted.http.header;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A media type or a range of them, in lower case: {@code text/csv}, {@code video/*}, {@code
 * *}{@code /*}.
 *
 * @param parameters by name, such as {@code charset}
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters) {

  private static final String ANY = "*";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  /**
   * Reads one element of {@code Accept}, or {@code Content-Type}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static MediaRange parse(String text) {
    Parameters parts = Parameters.parse(text);
    String name = parts.value().toLowerCase(Locale.ROOT);
    int slash = name.indexOf('/');
    if (slash < 0
        || !TOKEN.matcher(name.substring(0, slash)).matches()
        || !TOKEN.matcher(name.substring(slash + 1)).matches()) {
      throw new IllegalArgumentException("not a media type: " + text);
    }
    return new MediaRange(name.substring(0, slash), name.substring(slash + 1), parts.named());
  }

  /** Whether that type, whatever its parameters, is in this range. */
  public boolean includes(MediaRange other) {
    return (type.equals(ANY) || type.equals(other.type))
        && (subtype.equals(ANY) || subtype.equals(other.subtype));
  }

  /** The type without parameters. */
  public String essence() {
    return type + '/' + subtype;
  }

  /** How closely it is put: 2 for a type, 1 for a family, 0 for anything. */
  int precision() {
    return type.equals(ANY) ? 0 : subtype.equals(ANY) ? 1 : 2;
  }

  /** The weight in an {@code Accept} header, 0 to 1; 1 if there is none or it can't be read. */
  double weight() {
    try {
      return Math.min(1, Math.max(0, Double.parseDouble(parameters.getOrDefault("q", "1"))));
    } catch (NumberFormatException unreadable) {
      return 1;
    }
  }
}

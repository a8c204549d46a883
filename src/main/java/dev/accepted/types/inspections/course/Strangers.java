package dev.accepted.types.inspections.course;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes up the monitor of a job that isn't there: looks like a real one, but for its id. */
final class Strangers {

  private static final Pattern ID =
      Pattern.compile("(?=.*\\d)[A-Za-z0-9._~-]+|[A-Za-z0-9_~-]{16,}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,17}");
  private static final long FAR = 987_654_321L;
  private static final int CHANGED = 6;

  private Strangers() {}

  /** That monitor; empty if the real one's URL has nothing that looks like an id. */
  static Optional<URI> of(URI monitor) {
    String[] parts = String.valueOf(monitor.getRawPath()).split("/", -1);
    for (int i = parts.length - 1; i > 0; i--) {
      if (ID.matcher(parts[i]).matches()) {
        parts[i] = other(parts[i]);
        String path = String.join("/", Arrays.asList(parts));
        String query = monitor.getRawQuery() == null ? "" : "?" + monitor.getRawQuery();
        return Optional.of(monitor.resolve(path + query));
      }
    }
    return Optional.empty();
  }

  private static String other(String id) {
    if (NUMBER.matcher(id).matches()) {
      return Long.toString(Long.parseLong(id) + FAR);
    }
    StringBuilder changed = new StringBuilder(id);
    int left = CHANGED;
    for (int i = id.length() - 1; i >= 0 && left > 0; i--) {
      char old = id.charAt(i);
      if (Character.isLetterOrDigit(old)) {
        changed.setCharAt(i, other(old));
        left--;
      }
    }
    return changed.toString();
  }

  private static char other(char old) {
    if (Character.isDigit(old)) {
      return old == '0' ? '1' : '0';
    }
    char first = Character.isUpperCase(old) ? 'A' : 'a';
    return old == first ? (char) (first + 1) : first;
  }
}

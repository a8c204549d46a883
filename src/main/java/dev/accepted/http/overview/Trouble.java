package dev.accepted.http.overview;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, or soon will be.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param detail a sentence for people
 * @param see path of the page that shows more; null if there is none
 */
public record Trouble(String code, String severity, String detail, @Nullable String see) {

  /** How bad it is; the worst first. */
  enum Severity {
    ERROR,
    WARNING,
    INFO;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

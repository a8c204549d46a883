package dev.accepted.types.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code docs/inspector.md}, whose tables come from what tests have seen. With the system property
 * {@code docs.update} they are written; without it, a test fails where the document says something
 * else than what it saw.
 */
public final class InspectorDocument {

  private static final Path FILE = Path.of("docs", "inspector.md");

  private InspectorDocument() {}

  /** Holds a part of the document, which stands between two comments, to what was seen. */
  public static synchronized void assertSays(String part, String seen) throws IOException {
    String all = Files.readString(FILE);
    String begin = "<!-- %s, by a test -->\n".formatted(part);
    String end = "<!-- end of %s -->\n".formatted(part);
    int from = all.indexOf(begin) + begin.length();
    int to = all.indexOf(end);
    assertThat(to).as("%s has no %s", FILE, part).isGreaterThanOrEqualTo(begin.length());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(FILE, all.substring(0, from) + seen + all.substring(to));
    } else {
      assertThat(all.substring(from, to))
          .as("%s of %s; -Ddocs.update=true writes it", part, FILE)
          .isEqualTo(seen);
    }
  }

  /** A cell of a table. */
  public static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}

package dev.accepted.http;

import dev.accepted.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What was tried, and what the server under test answered, as a table in {@code target/abuse.md}.
 * Tests note each attempt that they have checked.
 */
public final class Abuses implements AfterAllCallback {

  private static final Path TABLE = Path.of("target", "abuse.md");
  private static final Map<String, String> ROWS = new TreeMap<>();

  /** Notes an attempt. */
  public static synchronized void note(String kind, String attempt, Object answer) {
    ROWS.put(
        "| %s | %s ".formatted(kind, attempt.replace("|", "\\|")),
        "| %s |".formatted(String.valueOf(answer).replace("|", "\\|")));
  }

  /** Notes an attempt that was answered, by its status and its kind of problem. */
  public static void note(String kind, String attempt, Answer answer) {
    boolean problem = answer.header("Content-Type").equals("application/problem+json");
    note(kind, attempt, answer.status() + (problem ? " " + answer.problem() : ""));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("Attempts on ").append(ServerKind.ofBuild()).append(":\n\n");
    table.append("| what | attempt | answer |\n|---|---|---|\n");
    synchronized (Abuses.class) {
      ROWS.forEach((attempt, answer) -> table.append(attempt).append(answer).append('\n'));
    }
    Files.writeString(TABLE, table);
  }
}

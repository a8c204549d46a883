package dev.accepted.engine.logging;

import dev.accepted.job.Job;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the server's log as {@code name=value} pairs (logfmt), for people and machines alike.
 * A value is quoted where it has to be, and nothing in it can begin a line of its own or a pair of
 * its own, wherever it came from.
 */
public final class Logfmt {

  private static final int MOST_CHARACTERS = 2_000;
  private static final int MILLIS = 1000;
  private static final int MOST_CAUSES = 10;

  private final StringBuilder line = new StringBuilder(160);

  /** A line that says something about an attempt, or about a job that has none just now. */
  public static Logfmt about(Job job, String message) {
    return new Logfmt().with("msg", message).with(job, job.state().attempt());
  }

  /** Which job, of which type, and which attempt; 0 before the first. */
  public Logfmt with(Job job, int attempt) {
    return with("job", job.id().toString()).with("type", job.type()).with("attempt", "" + attempt);
  }

  /** A pair; its value is cut after 2,000 characters. */
  public Logfmt with(String name, String value) {
    line.append(line.isEmpty() ? "" : " ").append(name).append('=');
    String text = value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value;
    if (text.chars().allMatch(Logfmt::isPlain) && !text.isEmpty()) {
      line.append(text);
    } else {
      line.append('"');
      escape(text, line);
      line.append('"');
    }
    return this;
  }

  /** What has failed and why, in the failures' own words: up to ten causes, and no stack trace. */
  public Logfmt with(String name, Throwable failure) {
    StringBuilder words = new StringBuilder(failure.toString());
    @Nullable Throwable cause = failure.getCause();
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      words.append(" <- ").append(cause);
      cause = cause.getCause();
    }
    return with(name, words.toString());
  }

  /** In seconds. */
  public Logfmt with(String name, Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    String fraction = Long.toString(millis % MILLIS + MILLIS).substring(1);
    return with(name, millis / MILLIS + "." + fraction);
  }

  /** In UTC (ISO 8601). */
  public Logfmt with(String name, Instant time) {
    return with(name, time.toString());
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7f && c != '"' && c != '=' && c != '\\';
  }

  /** What would end a line or color it in a terminal is written as JSON would. */
  static void escape(String text, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> to.append('\\').append(c);
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          if (isUnprintable(c)) {
            to.append("\\u%04x".formatted((int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
  }

  private static boolean isUnprintable(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          !Character.isSurrogate(c);
      default -> false;
    };
  }

  @Override
  public String toString() {
    return line.toString();
  }
}

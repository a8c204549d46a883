package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.job.LogLine;
import java.time.Instant;

/** A line that was logged, and by which job. */
public record LoggedView(String job, long number, int attempt, Instant at, String text) {

  static LoggedView of(Event event, LogLine line) {
    return new LoggedView(
        event.job().id().toString(), line.number(), line.attempt(), line.at(), line.text());
  }
}

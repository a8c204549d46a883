package dev.accepted.events;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.LogLine;
import dev.accepted.store.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a job, as it is told.
 *
 * @param number grows in the order in which things happened, on all servers, and never comes again
 * @param at when it happened
 * @param job as it was right after, or of one that was taken out, right before
 * @param line of {@link Kind#LOG}: what was logged
 */
public record Event(long number, Kind kind, Instant at, Job job, @Nullable LogLine line) {

  /** What an entry of the journal stands for, in order. */
  static List<Event> of(JournalEntry entry) {
    return switch (entry.kind()) {
      case LOG -> logged(entry);
      case STARTED -> entry.numbers() == 1 ? List.of(last(entry)) : atOnce(entry);
      default -> List.of(last(entry));
    };
  }

  private static Event last(JournalEntry entry) {
    return new Event(entry.number(), entry.kind(), entry.at(), entry.job(), null);
  }

  private static List<Event> atOnce(JournalEntry entry) {
    Job accepted = Job.accepted(entry.job().id(), entry.job().submission());
    return List.of(
        new Event(entry.first(), Kind.QUEUED, accepted.submission().submittedAt(), accepted, null),
        last(entry));
  }

  private static List<Event> logged(JournalEntry entry) {
    List<Event> events = new ArrayList<>();
    long number = entry.first();
    for (LogLine line : entry.lines()) {
      events.add(new Event(number++, Kind.LOG, line.at(), entry.job(), line));
    }
    return events;
  }
}

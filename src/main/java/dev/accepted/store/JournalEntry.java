package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.LogLine;
import java.time.Instant;
import java.util.List;

/**
 * What the journal has of a transition.
 *
 * @param number its number, or the last of its numbers
 * @param numbers how many it has: of {@link Kind#LOG} one for each line, of a {@link Kind#STARTED}
 *     that was accepted in the same moment two, otherwise one
 * @param at when it happened
 * @param job as it was right after, or of one that was taken out, right before; of one that is gone
 *     there may be little left
 * @param lines of {@link Kind#LOG}: what was logged
 */
public record JournalEntry(
    long number, int numbers, Kind kind, Instant at, Job job, List<LogLine> lines) {

  /** The first of its numbers. */
  public long first() {
    return number - numbers + 1;
  }
}

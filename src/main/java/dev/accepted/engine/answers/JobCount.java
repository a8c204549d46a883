package dev.accepted.engine.answers;

import dev.accepted.job.JobId;
import dev.accepted.store.CountedJobs;
import java.time.Instant;
import java.util.Optional;

/**
 * How many jobs there are, as far as one look has got.
 *
 * @param next the rest is older than this one; empty if all were counted
 */
public record JobCount(long number, Optional<JobId> next) {

  /** What the store has counted. */
  public static JobCount of(CountedJobs counted) {
    return new JobCount(counted.number(), counted.next());
  }

  /** Where the look has ended early: all that were submitted after that time were counted. */
  public Optional<Instant> searchedTo() {
    return next.map(JobId::time);
  }
}

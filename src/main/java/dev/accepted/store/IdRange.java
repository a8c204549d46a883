package dev.accepted.store;

import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Between which ids jobs are looked for.
 *
 * @param from inclusive
 * @param before exclusive
 */
record IdRange(UUID from, UUID before) {

  /**
   * An id is made after its job's time of submission was read, when the input has been checked; and
   * it never falls behind the ids before it, though the clock may be set back.
   */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID BEYOND = new UUID(-1, -1);

  /**
   * Where all are that a filter may show: ids grow with the time of submission, and have it in
   * them.
   *
   * @param before older ones only; null for all
   */
  static IdRange of(JobFilter filter, @Nullable JobId before) {
    Instant after = filter.submittedAfter();
    Instant until = filter.submittedBefore();
    UUID end = until == null ? BEYOND : JobId.firstAt(until.plus(MARGIN)).value();
    return new IdRange(
        after == null ? FIRST : JobId.firstAt(after.minus(MARGIN)).value(),
        before == null || new JobId(end).compareTo(before) < 0 ? end : before.value());
  }

  IdRange before(UUID id) {
    return new IdRange(from, id);
  }
}

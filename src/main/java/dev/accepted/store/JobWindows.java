package dev.accepted.store;

import dev.accepted.job.JobId;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The way through an index, from the newest job to the oldest, in windows that are as large as can
 * be looked through in a moment.
 */
final class JobWindows {

  /** The first one, where it is not known what comes of it. */
  static final int FIRST = 400;

  private static final int LEAST = 50;

  /** Ids that are read for one, from all parts of an index. */
  private static final int MOST = 20_000;

  /** One is to take about so long: that is how exactly the end is met. */
  private static final Duration PACE = Duration.ofMillis(25);

  private static final int GROWTH = 4;

  private final Session session;
  private final JobKeys keys;
  private final Clock clock;
  private final Instant end;
  private final int parts;
  private IdRange range;
  private int size;
  private Instant begun;
  private boolean more = true;

  /**
   * None has been looked through yet.
   *
   * @param wanted how many jobs are
   * @param patience when that has passed, no other window is begun
   */
  JobWindows(
      Session session, JobKeys keys, IdRange range, int wanted, Clock clock, Duration patience) {
    this.session = session;
    this.keys = keys;
    this.range = range;
    this.clock = clock;
    this.begun = clock.instant();
    this.end = begun.plus(patience);
    this.parts = Math.max(1, keys.parts().size());
    this.size = keys.exact() ? wanted : Math.max(LEAST, FIRST / parts);
  }

  /** The next one; an empty one if all have been looked through. */
  JobWindow next() throws SQLException {
    List<UUID> ids = keys.next(session, range, size);
    more = ids.size() == size;
    if (more) {
      range = range.before(ids.get(size - 1));
    }
    return new JobWindow(ids, keys.areAll());
  }

  /**
   * Whether there may be another window, and time for it: to be asked when one has been looked
   * through. The next will be smaller or larger as this one took long or not.
   */
  boolean goOn() {
    Instant now = clock.instant();
    Duration took = Duration.between(begun, now);
    begun = now;
    size = Math.max(LEAST, Math.min(MOST / parts, (int) (size * factor(took))));
    return more && now.plus(took.compareTo(PACE) < 0 ? took : PACE).isBefore(end);
  }

  private static double factor(Duration took) {
    return Math.min(GROWTH, (double) PACE.toNanos() / Math.max(1, took.toNanos()));
  }

  /** Where to go on: older jobs are left; empty if there are none in the index. */
  Optional<JobId> left() {
    return more ? Optional.of(new JobId(range.before())) : Optional.empty();
  }
}

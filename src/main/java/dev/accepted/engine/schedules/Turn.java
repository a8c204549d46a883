package dev.accepted.engine.schedules;

import dev.accepted.engine.cron.CronTimes;
import dev.accepted.store.Schedule;
import dev.accepted.store.Schedule.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a schedule that is due does next.
 *
 * @param at the time that a job is submitted for; empty for none
 * @param next when it is due after that; in the past if there are further times to make up for
 */
public record Turn(Optional<Instant> at, Instant next) {

  /** Most jobs that are made up for; what was missed before these is passed over. */
  public static final int MOST = 100;

  /** The fields of an expression are minutes: within one, a time has not been missed. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /**
   * The turn of that schedule.
   *
   * @param due active, with a time that has come
   */
  public static Turn of(Schedule due, Instant now) {
    Schedule.Plan plan = due.plan();
    CronTimes times = CronTimes.parse(plan.cron(), plan.zone());
    return of(times, plan.catchUp(), Objects.requireNonNull(due.nextAt()), now);
  }

  static Turn of(CronTimes times, CatchUp catchUp, Instant first, Instant now) {
    List<Instant> latest = times.latest(first, now, catchUp == CatchUp.ALL ? MOST : 1);
    // The rules of its zone may have changed since that time was stored.
    Instant at = latest.isEmpty() ? first : latest.get(0);
    boolean missed = catchUp == CatchUp.SKIP && !now.isBefore(at.plus(GRACE));
    return new Turn(missed ? Optional.empty() : Optional.of(at), times.after(at).orElseThrow());
  }
}

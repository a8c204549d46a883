package dev.accepted.engine.intake;

import dev.accepted.engine.cron.CronTimes;
import dev.accepted.store.Schedule.CatchUp;

/**
 * A schedule that there may be.
 *
 * @param times when its jobs are submitted
 * @param input JSON text
 * @param options as they were asked for: what is left to the server is decided with each job
 * @param links what URLs begin with for its client, with a slash at its end
 */
public record CheckedSchedule(
    String name,
    String cron,
    String zone,
    CronTimes times,
    CatchUp catchUp,
    String type,
    String input,
    RequestedOptions options,
    String links) {

  /** The input and secrets stay out of logs. */
  @Override
  public String toString() {
    return "CheckedSchedule[" + cron + ' ' + zone + ", " + type + ']';
  }
}

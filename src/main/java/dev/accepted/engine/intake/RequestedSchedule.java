package dev.accepted.engine.intake;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a client asked for it.
 *
 * @param name for people
 * @param zone the name of a time zone; null for UTC
 * @param catchUp what is to become of missed times; null for one job for all of them
 * @param type the job type's name
 * @param options those of each job, but for when it is to run
 */
public record RequestedSchedule(
    String name,
    String cron,
    @Nullable String zone,
    @Nullable String catchUp,
    String type,
    JsonObject input,
    RequestedOptions options) {

  /** The input stays out of logs. */
  @Override
  public String toString() {
    return "RequestedSchedule[" + cron + ' ' + zone + ", " + type + ']';
  }
}

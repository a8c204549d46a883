package dev.accepted.engine;

import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.ScheduleRules;
import dev.accepted.engine.schedules.OptionsText;
import dev.accepted.job.TraceContext;
import dev.accepted.store.Schedule;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a schedule submits. It belongs to the schedule's owner, whoever asks for it. */
final class ScheduledJob {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private ScheduledJob() {}

  /** At its time. */
  static NewJob of(Schedule schedule) {
    return of(schedule, null, null);
  }

  /** For somebody who asks for it. */
  static NewJob of(Schedule schedule, @Nullable String key, @Nullable TraceContext trace) {
    Schedule.Plan plan = schedule.plan();
    return new NewJob(
        schedule.owner(),
        plan.type(),
        object(Objects.requireNonNull(plan.input())),
        null,
        ScheduleRules.labelled(OptionsText.read(plan.options()), schedule.id()),
        key,
        trace,
        plan.links());
  }

  private static JsonObject object(String input) {
    try (JsonReader reader = JSON.createReader(new StringReader(input))) {
      return reader.readObject();
    }
  }
}

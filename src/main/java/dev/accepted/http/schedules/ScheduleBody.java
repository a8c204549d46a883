package dev.accepted.http.schedules;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.submission.JsonMembers;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a body that says what a schedule is to be. What they may hold is for the engine to
 * say; whatever is of another form is gathered, and is a problem in the end. Null is as good as
 * none.
 */
final class ScheduleBody {

  private static final String NAME = "name";
  private static final String CRON = "cron";
  private static final String ZONE = "zone";
  private static final String CATCH_UP = "catchUp";
  private static final String TYPE = "type";
  private static final String INPUT = "input";
  private static final String PRIORITY = "priority";
  private static final String TIMEOUT = "timeout";
  private static final String RETAIN = "retain";
  private static final String MAX_ATTEMPTS = "maxAttempts";
  private static final String LABELS = "labels";
  private static final String CALLBACK = "callback";
  private static final String URL = "url";
  private static final String EVENTS = "events";
  private static final String SECRET = "secret";

  private static final Set<String> KNOWN =
      Set.of(
          NAME,
          CRON,
          ZONE,
          CATCH_UP,
          TYPE,
          INPUT,
          PRIORITY,
          TIMEOUT,
          RETAIN,
          MAX_ATTEMPTS,
          LABELS,
          CALLBACK);

  private final JsonMembers members;

  private ScheduleBody(JsonObject body) {
    members = new JsonMembers(body, KNOWN);
  }

  /**
   * Reads a schedule: all of it.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static RequestedSchedule read(JsonObject body) {
    ScheduleBody schedule = new ScheduleBody(body);
    RequestedSchedule asked =
        new RequestedSchedule(
            required(schedule.members, NAME, "A name is required."),
            required(schedule.members, CRON, "A cron expression is required."),
            schedule.members.text(ZONE).orElse(null),
            schedule.members.text(CATCH_UP).orElse(null),
            required(schedule.members, TYPE, "The name of a job type is required."),
            schedule.members.object(INPUT).orElse(JsonValue.EMPTY_JSON_OBJECT),
            schedule.options());
    schedule.members.end();
    return asked;
  }

  private static String required(JsonMembers members, String name, String otherwise) {
    if (members.value(name).isEmpty()) {
      members.invalid(name, otherwise);
    }
    return members.text(name).orElse("");
  }

  private RequestedOptions options() {
    return new RequestedOptions(
        members.whole(PRIORITY).orElse(null),
        null,
        duration(TIMEOUT),
        duration(RETAIN),
        members.whole(MAX_ATTEMPTS).orElse(null),
        members.strings(LABELS),
        callback());
  }

  private @Nullable Duration duration(String name) {
    return members
        .read(name, Duration::parse, "This is a duration such as PT10M (ISO 8601).")
        .orElse(null);
  }

  private @Nullable RequestedCallback callback() {
    Optional<JsonObject> given = members.object(CALLBACK);
    if (given.isEmpty()) {
      return null;
    }
    JsonMembers callback = members.within(CALLBACK, given.get(), Set.of(URL, EVENTS, SECRET));
    return new RequestedCallback(
        required(callback, URL, "Where to send it is required."),
        callback.texts(EVENTS),
        callback.text(SECRET).orElse(null));
  }
}

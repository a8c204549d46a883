package dev.accepted.types.inspections.reading;

import dev.accepted.types.inspections.dialogue.Exchange;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one answer of a monitor tells. */
public final class MonitorReading {

  private static final int ACCEPTED = 202;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int SUCCESS = 2;
  private static final int REDIRECTION = 3;

  private static final List<String> PERCENT =
      List.of(
          "percentComplete",
          "percent_complete",
          "percent",
          "percentage",
          "progressPercent",
          "progress_percent",
          "percentageComplete",
          "progress");

  private MonitorReading() {}

  /** How the job stands, as that answer has it. */
  public static State state(Exchange poll) {
    int status = poll.status();
    if (status == NOT_FOUND || status == GONE) {
      return State.MISSING;
    }
    if (poll.isThrottled()) {
      return State.THROTTLED;
    }
    if (status == ACCEPTED) {
      return State.RUNNING;
    }
    if (poll.isOf(REDIRECTION) && status != NOT_MODIFIED) {
      return State.SUCCEEDED;
    }
    return poll.isOf(SUCCESS) ? ofBody(poll) : State.UNCLEAR;
  }

  /** A success without a word of the job is its result. */
  private static State ofBody(Exchange poll) {
    Optional<JsonObject> object = poll.object();
    if (object.isEmpty()) {
      return poll.call().isHead() ? State.UNCLEAR : State.SUCCEEDED;
    }
    JsonObject body = object.get();
    Optional<State> said = Words.word(body).map(Words::meaning);
    if (said.isPresent()) {
      return said.get();
    }
    JsonValue done = body.getOrDefault("done", body.getOrDefault("finished", JsonValue.NULL));
    if (done == JsonValue.TRUE || done == JsonValue.FALSE) {
      return done == JsonValue.FALSE
          ? State.RUNNING
          : body.get("error") instanceof JsonObject ? State.FAILED : State.SUCCEEDED;
    }
    return percent(poll).isPresent() && poll.header("Retry-After").isPresent()
        ? State.RUNNING
        : State.SUCCEEDED;
  }

  /** How many percent are done, if it says so. */
  public static OptionalDouble percent(Exchange poll) {
    Optional<JsonObject> object = poll.object();
    if (object.isEmpty()) {
      return OptionalDouble.empty();
    }
    JsonObject body = object.get();
    for (String member : PERCENT) {
      if (body.get(member) instanceof JsonNumber number) {
        return OptionalDouble.of(number.doubleValue());
      }
    }
    return OptionalDouble.empty();
  }
}

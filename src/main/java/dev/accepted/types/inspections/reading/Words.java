package dev.accepted.types.inspections.reading;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What APIs call the state of a job, and the words they have for it. */
public final class Words {

  private static final List<String> MEMBERS =
      List.of(
          "status",
          "state",
          "runtimeStatus",
          "jobStatus",
          "job_status",
          "provisioningState",
          "executionStatus",
          "phase",
          "Status",
          "State");

  private static final List<String> AROUND =
      List.of("properties", "job", "data", "metadata", "task");

  private static final Set<String> RUNNING =
      Set.of(
          "running",
          "progress",
          "queued",
          "pending",
          "inprogress",
          "processing",
          "accepted",
          "scheduled",
          "created",
          "waiting",
          "submitted",
          "started",
          "starting",
          "notstarted",
          "new",
          "open",
          "suspended",
          "continuedasnew",
          "validating",
          "finalizing",
          "executing",
          "working",
          "active",
          "enqueued",
          "provisioning",
          "updating",
          "creating",
          "cancelling",
          "canceling",
          "cancelrequested",
          "retrying");

  private static final Set<String> SUCCEEDED =
      Set.of(
          "succeeded",
          "success",
          "successful",
          "completed",
          "complete",
          "done",
          "finished",
          "ready",
          "ok");

  private static final Set<String> FAILED =
      Set.of("failed", "failure", "error", "errored", "expired", "timedout", "rejected", "faulted");

  private static final Set<String> CANCELED =
      Set.of("canceled", "cancelled", "terminated", "aborted", "stopped", "revoked", "dismissed");

  /** Words for a job that isn't there. */
  private static final Set<String> MISSING = Set.of("notfound", "unknown", "missing", "nosuchjob");

  private Words() {}

  /**
   * The word that a representation has for the job's state: the first that is in use, since some
   * have a sentence for people under one name and the state under another.
   */
  public static Optional<String> word(JsonObject body) {
    List<String> words =
        Stream.concat(
                Stream.of(body),
                AROUND.stream()
                    .map(body::get)
                    .filter(JsonObject.class::isInstance)
                    .map(JsonValue::asJsonObject))
            .flatMap(Words::words)
            .toList();
    return words.stream()
        .filter(word -> meaning(word) != State.UNCLEAR)
        .findFirst()
        .or(() -> words.stream().findFirst());
  }

  private static Stream<String> words(JsonObject body) {
    return MEMBERS.stream().map(body::get).flatMap(Words::text);
  }

  private static Stream<String> text(@Nullable JsonValue value) {
    JsonValue inner = value instanceof JsonObject object ? object.get("state") : value;
    return inner instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty();
  }

  /** What a word means; unclear if it is none of those in use. */
  public static State meaning(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    if (RUNNING.contains(plain)) {
      return State.RUNNING;
    }
    if (SUCCEEDED.contains(plain)) {
      return State.SUCCEEDED;
    }
    if (FAILED.contains(plain)) {
      return State.FAILED;
    }
    if (CANCELED.contains(plain)) {
      return State.CANCELED;
    }
    return MISSING.contains(plain) ? State.MISSING : State.UNCLEAR;
  }
}

package dev.accepted.server;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A client that follows jobs to where a test wants them. */
record Following(Api api) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The status as soon as a job has come that far, or is finished. */
  JsonObject untilPercent(String monitor, int percent) {
    return until(monitor, status -> status.getInt("percentComplete", 0) >= percent);
  }

  private JsonObject until(String monitor, Predicate<JsonObject> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String tag = "\"none\"";
    while (System.nanoTime() < end) {
      Answer answer = api.get(monitor + "/status", "Prefer", "wait=5", "If-None-Match", tag);
      if (answer.status() == 200) {
        JsonObject status = answer.json();
        if (wanted.test(status) || status.containsKey("finishedAt")) {
          return status;
        }
        tag = answer.header("ETag");
      }
    }
    throw new AssertionError("waited too long for " + monitor);
  }

  /** Follows the monitor's 303 to the result. */
  Answer toResult(String monitor) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Answer answer = api.get(monitor, "Prefer", "wait=25");
      if (answer.status() == 303) {
        return api.get(answer.header("Location"));
      }
      if (answer.status() != 200 || answer.json().containsKey("finishedAt")) {
        throw new AssertionError(answer.status() + " " + answer.text());
      }
    }
    throw new AssertionError("never finished");
  }

  /** All jobs of a type, once each of them is finished. */
  List<JsonObject> allFinished(String type) {
    for (JsonObject job : all(type)) {
      if (!job.containsKey("finishedAt")) {
        until("/api/jobs/" + job.getString("id"), status -> false);
      }
    }
    return all(type);
  }

  private List<JsonObject> all(String type) {
    List<JsonObject> jobs = new ArrayList<>();
    String page = "/api/jobs?limit=500&type=" + type;
    while (!page.isEmpty()) {
      Answer answer = api.get(page);
      jobs.addAll(answer.json().getJsonArray("jobs").getValuesAs(JsonObject.class));
      page = answer.text("next");
    }
    return jobs;
  }
}

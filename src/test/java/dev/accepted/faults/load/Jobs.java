package dev.accepted.faults.load;

import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads all jobs of a trial from one node, which should be well by now. */
final class Jobs {

  private static final int TRIES = 50;
  private static final long LOOK_AGAIN_MILLIS = 200;
  private static final String UNFINISHED = "&status=queued&status=running&status=scheduled";

  private final Traffic traffic;
  private final Node node;
  private final String list;

  Jobs(Load load, Node node) {
    this.traffic = load.traffic();
    this.node = node;
    this.list = "/api/jobs?limit=500&label=trial:" + load.trial();
  }

  /** Waits until none is unfinished; tells those that still are when the time is up. */
  List<JsonObject> awaitIdle(long seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<JsonObject> unfinished = read(list + UNFINISHED);
    while (!unfinished.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      unfinished = read(list + UNFINISHED);
    }
    return unfinished;
  }

  /** All of them. */
  List<JsonObject> all() throws IOException, InterruptedException {
    return read(list);
  }

  private List<JsonObject> read(String first) throws IOException, InterruptedException {
    List<JsonObject> jobs = new ArrayList<>();
    String page = first;
    while (!page.isEmpty()) {
      JsonObject answer = get(page).json();
      jobs.addAll(answer.getJsonArray("jobs").getValuesAs(JsonObject.class));
      page = answer.getString("next", "");
    }
    return jobs;
  }

  /** What is answered to a GET, unless it is a 503. */
  Answer get(String path, String... headers) throws IOException, InterruptedException {
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<Answer> answer =
          traffic.get(node, path, headers).filter(given -> given.status() != 503);
      if (answer.isPresent()) {
        return answer.get();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    throw new IOException(node.name() + " does not answer to " + path);
  }
}

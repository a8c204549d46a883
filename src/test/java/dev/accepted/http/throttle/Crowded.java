package dev.accepted.http.throttle;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.metrics.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client of a server that takes a proxy's word for who it is. */
record Crowded(Api api, String address) {

  private static final int PATIENCE_SECONDS = 60;
  private static final int CROWD = 100;

  Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  Answer send(String method, String path, String... headers) {
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    all.add("X-Forwarded-For");
    all.add(address);
    return api.send(method, path, BodyPublishers.noBody(), all.toArray(new String[0]));
  }

  /** Polls until it is refused with that problem. */
  Answer pushUntil(String problem, String path) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Answer answer = get(path);
      if (answer.status() != 200 && answer.problem().equals(problem)) {
        return answer;
      }
    }
    throw new AssertionError("never refused with " + problem);
  }

  /** Sends crowds of requests, each at once, until one is refused with that problem. */
  Answer crowdUntil(String problem, String path) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      List<CompletableFuture<Answer>> crowd = new ArrayList<>();
      for (int request = 0; request < CROWD; request++) {
        crowd.add(api.getLater(path, "X-Forwarded-For", address));
      }
      for (CompletableFuture<Answer> one : crowd) {
        Answer answer = one.join();
        if (answer.status() != 200 && answer.problem().equals(problem)) {
          return answer;
        }
      }
    }
    throw new AssertionError("never refused with " + problem);
  }

  /** Asks until it is heard again. */
  Answer askUntilHeard(String path) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    Answer answer = get(path);
    while (answer.status() != 200 && System.nanoTime() < end) {
      answer = get(path);
    }
    return answer;
  }

  double metric(String name) {
    return new Samples(get("/metrics").text()).value(name);
  }
}

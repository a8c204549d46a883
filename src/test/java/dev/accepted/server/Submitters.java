package dev.accepted.server;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Connections that submit job after job until the server is gone; every other waits for the end.
 */
final class Submitters {

  static final String SHORTEST = "{\"duration\":\"PT0S\"}";

  /**
   * A job the server has taken on.
   *
   * @param finishedAt when it was finished, if the answer said so; else empty
   */
  record Acknowledged(String key, String id, String finishedAt) {}

  private final String server;
  private final CountDownLatch enough;
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  /** Starts them; {@link #awaitEnough} waits for so many jobs. */
  Submitters(String server, int connections, int enough) {
    this.server = server;
    this.enough = new CountDownLatch(enough);
    threads = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      String wait = i % 2 == 0 ? "wait=10" : "wait=0";
      running.add(threads.submit(() -> submitUntilGone(wait)));
    }
  }

  /** Waits until so many jobs are acknowledged. */
  void awaitEnough() throws InterruptedException {
    if (!enough.await(60, TimeUnit.SECONDS)) {
      threads.shutdownNow();
      throw new AssertionError("only " + acknowledged.size() + " jobs were acknowledged");
    }
  }

  /** Waits until all have seen the server's end; anything but an answer or the end is an error. */
  void awaitEnd() throws Exception {
    threads.shutdown();
    for (Future<?> one : running) {
      one.get(60, TimeUnit.SECONDS);
    }
  }

  /** What was acknowledged. */
  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The keys of the requests that were under way when the server went. */
  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  private void submitUntilGone(String wait) {
    Api api = new Api(server);
    while (true) {
      String key = '"' + UUID.randomUUID().toString() + '"';
      try {
        Answer answer =
            api.postJson("/api/simulations", SHORTEST, "Idempotency-Key", key, "Prefer", wait);
        if (answer.status() != 202 && answer.status() != 303) {
          throw new AssertionError(answer.status() + " " + answer.text());
        }
        acknowledged.add(new Acknowledged(key, answer.text("id"), answer.text("finishedAt")));
        enough.countDown();
      } catch (UncheckedIOException gone) {
        unanswered.add(key);
        return;
      }
    }
  }
}

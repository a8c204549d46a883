package dev.accepted.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Each connection sends its next request as soon as it has the answer to its last. */
public final class ClosedLoop {

  /** What is told of the edges of the time that is measured. */
  public interface Window {
    /** It begins. */
    void opened();

    /** It ends. */
    void closed();
  }

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final URI server;
  private final int connections;
  private Tally tally = new Tally();
  private boolean counting;
  private int outstanding;
  private long lastAnswer;

  public ClosedLoop(URI server, int connections) {
    this.server = server;
    this.connections = connections;
  }

  /**
   * Sends for as long as that, and counts what comes back behind the lead.
   *
   * @param leadNanos sent before it is counted
   */
  public Tally run(
      Supplier<Request> requests, long leadNanos, long nanos, Consumer<Answer> each, Window window)
      throws IOException {
    tally = new Tally();
    counting = false;
    outstanding = 0;
    lastAnswer = System.nanoTime();
    long start = System.nanoTime();
    long end = start + leadNanos + nanos;
    try (Connections open = new Connections(server, connections)) {
      for (Connection connection : open.all()) {
        send(connection, requests.get());
      }
      Connections.Listener listener = again(requests, each, end);
      serveUntil(open, start + leadNanos, listener);
      window.opened();
      counting = true;
      serveUntil(open, end, listener);
      awaitFirst(open, listener);
      counting = false;
      window.closed();
      finish(open, listener);
    }
    return tally;
  }

  /** Sends a certain number of requests, and counts all of them. */
  public Tally send(Supplier<Request> requests, int number, Consumer<Answer> each)
      throws IOException {
    tally = new Tally();
    counting = true;
    outstanding = 0;
    lastAnswer = System.nanoTime();
    int[] left = {number};
    try (Connections open = new Connections(server, Math.min(number, connections))) {
      for (Connection connection : open.all()) {
        left[0]--;
        send(connection, requests.get());
      }
      finish(
          open,
          (connection, answer, now) -> {
            settled(connection, answer, now);
            each.accept(answer);
            if (left[0]-- > 0) {
              send(connection, requests.get());
            }
          });
    }
    return tally;
  }

  private Connections.Listener again(Supplier<Request> requests, Consumer<Answer> each, long end) {
    return (connection, answer, now) -> {
      settled(connection, answer, now);
      each.accept(answer);
      if (now < end) {
        send(connection, requests.get());
      }
    };
  }

  private void send(Connection connection, Request request) throws IOException {
    outstanding++;
    connection.send(request, System.nanoTime(), 0);
  }

  private void settled(Connection connection, Answer answer, long now) {
    outstanding--;
    lastAnswer = now;
    if (counting) {
      tally.add(answer.status(), now - connection.due());
    }
  }

  private static void serveUntil(Connections open, long end, Connections.Listener listener)
      throws IOException {
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      open.serve(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)), listener);
    }
  }

  /** A window too short for one answer is held open for it. */
  private void awaitFirst(Connections open, Connections.Listener listener) throws IOException {
    while (tally.count() == 0 && outstanding > 0) {
      serveOrGiveUp(open, listener);
    }
  }

  private void finish(Connections open, Connections.Listener listener) throws IOException {
    while (outstanding > 0) {
      serveOrGiveUp(open, listener);
    }
  }

  private void serveOrGiveUp(Connections open, Connections.Listener listener) throws IOException {
    open.serve(100, listener);
    if (System.nanoTime() - lastAnswer > PATIENCE_NANOS) {
      throw new IOException(outstanding + " requests were never answered");
    }
  }
}

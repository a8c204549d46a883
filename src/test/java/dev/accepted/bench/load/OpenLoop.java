package dev.accepted.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends at a fixed rate, however slowly the server answers. A request that finds no idle connection
 * waits for one, and its latency counts from when it was to be sent.
 */
public final class OpenLoop {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private final Connections connections;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Connections.Listener listener;
  private int answered;
  private long lastAnswer = System.nanoTime();

  private OpenLoop(Connections connections, List<Connection> free, Connections.Listener told) {
    this.connections = connections;
    this.idle.addAll(free);
    this.listener =
        (connection, answer, now) -> {
          boolean own = connection.tag() >= 0;
          told.answered(connection, answer, now);
          if (own) {
            answered++;
            lastAnswer = now;
            idle.add(connection);
          }
        };
  }

  /** Where requests come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * The next one.
     *
     * @param dueNanos when it was to be sent, by {@link System#nanoTime}
     */
    Request next(int number, long dueNanos);
  }

  /**
   * Sends that many requests, and waits for all answers. Each is tagged with its number.
   *
   * @param rate requests a second
   */
  public static void run(
      URI server,
      int connections,
      double rate,
      int number,
      IntFunction<Request> requests,
      Connections.Listener told)
      throws IOException {
    try (Connections open = new Connections(server, connections)) {
      run(open, open.all(), rate, number, (next, due) -> requests.apply(next), told);
    }
  }

  /**
   * The same on connections of which others are used otherwise; their tags are negative.
   *
   * @param free those to be used
   * @param told of all answers
   */
  public static void run(
      Connections open,
      List<Connection> free,
      double rate,
      int number,
      Source requests,
      Connections.Listener told)
      throws IOException {
    new OpenLoop(open, free, told).run(rate, number, requests);
  }

  private void run(double rate, int number, Source requests) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < number; i++) {
      long due = start + (long) (i / rate * TimeUnit.SECONDS.toNanos(1));
      awaitTime(due);
      awaitIdle();
      idle.remove().send(requests.next(i, due), due, i);
    }
    while (answered < number) {
      connections.serve(100, listener);
      if (System.nanoTime() - lastAnswer > PATIENCE_NANOS) {
        throw new IOException((number - answered) + " requests were never answered");
      }
    }
  }

  /** The selector counts in milliseconds; the rest is slept, not spun: the CPU is the server's. */
  private void awaitTime(long due) throws IOException {
    long left = due - System.nanoTime();
    while (left > MILLISECOND) {
      connections.serve(left / MILLISECOND, listener);
      left = due - System.nanoTime();
    }
    if (left > 0) {
      LockSupport.parkNanos(left);
    }
    connections.serve(0, listener);
  }

  private void awaitIdle() throws IOException {
    while (idle.isEmpty()) {
      connections.serve(100, listener);
    }
  }
}

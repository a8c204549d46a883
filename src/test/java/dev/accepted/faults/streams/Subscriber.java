package dev.accepted.faults.streams;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one stream for good: whenever it is cut, it comes back at any node, with the number of
 * the last event that it was told.
 */
final class Subscriber implements EventLines.Listener {

  private static final int LONGEST_PAUSE_MILLIS = 500;
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final String path;
  private final Doors doors;
  private final SplittableRandom random;
  private final ScheduledExecutorService timer;
  private final Tally tally;
  private final Told told = new Told();
  private String lastId = "";
  private @Nullable EventLines current;
  private CompletableFuture<HttpResponse<Void>> request = new CompletableFuture<>();
  private boolean over;

  /**
   * One that is not connected yet.
   *
   * @param path of the stream, with its query
   */
  Subscriber(
      String path,
      Doors doors,
      SplittableRandom random,
      ScheduledExecutorService timer,
      Tally tally) {
    this.path = path;
    this.doors = doors;
    this.random = random;
    this.timer = timer;
    this.tally = tally;
  }

  /** Opens the stream, and goes on from there. */
  synchronized void connect() {
    if (over) {
      return;
    }
    EventLines lines = new EventLines(lastId, this);
    if (!lastId.isEmpty()) {
      lines.opened().thenRun(tally.resumed::incrementAndGet);
    }
    current = lines;
    request = doors.open(path, lastId, lines, random);
    request.whenComplete((answer, failure) -> ended(lines));
  }

  private synchronized void ended(EventLines lines) {
    if (current == lines) {
      (lines.opened().isDone() ? tally.cutOff : tally.refused).incrementAndGet();
      comeBack();
    }
  }

  private void comeBack() {
    current = null;
    if (!over) {
      timer.schedule(this::connect, random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
    }
  }

  /** Closes the stream if it is open, and comes back soon. */
  synchronized void cut() {
    if (isOpen()) {
      tally.closed.incrementAndGet();
      comeBack();
      request.cancel(true);
    }
  }

  @Override
  public synchronized void told(EventLines connection, String id, String data) {
    if (connection != current) {
      return;
    }
    lastId = id;
    Matcher job = ID.matcher(data);
    if (job.find()) {
      told.end(Long.parseLong(id), job.group(1));
      tally.events.incrementAndGet();
    }
  }

  /** True while it has a stream. */
  synchronized boolean isOpen() {
    EventLines lines = current;
    return lines != null && lines.opened().isDone();
  }

  /** The numbers of the events that told the end of that job; there should be one. */
  synchronized List<Long> of(String job) {
    return told.of(job);
  }

  /** What was told out of order. */
  synchronized List<String> disorder() {
    return List.copyOf(told.disorder());
  }

  /** Comes back no more. */
  synchronized void close() {
    over = true;
    current = null;
    request.cancel(true);
  }

  @Override
  public String toString() {
    return path;
  }
}

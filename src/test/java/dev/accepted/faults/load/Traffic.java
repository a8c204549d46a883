package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests, counts what comes of them, and looks at each answer's manners. */
public final class Traffic {

  private static final int UNAVAILABLE = 503;

  private final Findings findings;
  private final boolean mayBreakOff;
  private final Map<Node, Long> stopping = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong brokenOff = new AtomicLong();
  private final AtomicLong slow = new AtomicLong();

  /**
   * Nothing has been sent yet.
   *
   * @param mayBreakOff whether a server may end a connection in the midst of a request
   */
  Traffic(Findings findings, boolean mayBreakOff) {
    this.findings = findings;
    this.mayBreakOff = mayBreakOff;
  }

  /** GET. */
  public Optional<Answer> get(Node node, String path, String... headers) {
    return send(node, "GET", path, BodyPublishers.noBody(), headers);
  }

  /** Any request; empty if there was no answer. */
  public Optional<Answer> send(
      Node node, String method, String path, BodyPublisher body, String... headers) {
    requests.incrementAndGet();
    try {
      Answer answer = node.api().send(method, path, body, headers);
      look(node, method, path, answer);
      return Optional.of(answer);
    } catch (UncheckedIOException none) {
      count(node, method, path, none.getCause());
      return Optional.empty();
    }
  }

  private void look(Node node, String method, String path, Answer answer) {
    if (answer.status() == UNAVAILABLE) {
      turnedAway.incrementAndGet();
      if (answer.header("Retry-After").isEmpty()) {
        findings.add(
            Kind.BROKEN, "503 without Retry-After: %s %s at %s", method, path, node.name());
      } else if (answer.text().contains("server-stopping")) {
        long seconds = Long.parseLong(answer.header("Retry-After"));
        stopping.put(node, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
      }
    } else if (answer.status() >= 500) {
      findings.add(
          Kind.BROKEN,
          "%d: %s %s at %s: %s",
          answer.status(),
          method,
          path,
          node.name(),
          beginning(answer));
    }
  }

  /** Whether the node has said that it is being stopped, and that it is not to be asked yet. */
  boolean isStopping(Node node) {
    return stopping.getOrDefault(node, Long.MIN_VALUE) > System.nanoTime();
  }

  /** The first of what it says. */
  static String beginning(Answer answer) {
    String text = answer.text().strip();
    return text.substring(0, Math.min(200, text.length()));
  }

  private void count(Node node, String method, String path, IOException none) {
    if (none instanceof ConnectException || none instanceof HttpConnectTimeoutException) {
      refused.incrementAndGet();
      return;
    }
    AtomicLong kind = none instanceof HttpTimeoutException ? slow : brokenOff;
    kind.incrementAndGet();
    if (!mayBreakOff) {
      findings.add(
          Kind.BROKEN, "%s %s at %s was not answered: %s", method, path, node.name(), none);
    }
  }

  /** Requests that were sent. */
  public long requests() {
    return requests.get();
  }

  /** Those that were answered 503. */
  public long turnedAway() {
    return turnedAway.get();
  }

  /** Those that nobody took. */
  public long refused() {
    return refused.get();
  }

  /** Those whose connection ended before the answer. */
  public long brokenOff() {
    return brokenOff.get();
  }

  /** Those that the client gave up waiting for. */
  public long slow() {
    return slow.get();
  }
}

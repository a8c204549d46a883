package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A good client: what got no answer, or a 503, is sent again with the same key until it is taken.
 */
final class Submitting {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final long MOST_PAUSE_MILLIS = 1_000;

  private final Traffic traffic;
  private final Findings findings;
  private final Ledger ledger;
  private final long laggingNanos;

  Submitting(Traffic traffic, Findings findings, Ledger ledger, long laggingNanos) {
    this.traffic = traffic;
    this.findings = findings;
    this.ledger = ledger;
    this.laggingNanos = laggingNanos;
  }

  /**
   * Submits; to another node whenever one doesn't take it.
   *
   * @param pauseMillis after a request without an answer
   * @return empty if it was not acknowledged, which is noted
   */
  Optional<Entry> submit(Order order, String prefer, Supplier<Node> nodes, long pauseMillis)
      throws IOException, InterruptedException {
    Optional<Entry> taken = send(order, prefer, nodes, pauseMillis);
    taken.ifPresent(ledger::add);
    return taken;
  }

  /** {@link #submit}, but not entered in the ledger: for what is there already. */
  Optional<Entry> send(Order order, String prefer, Supplier<Node> nodes, long pauseMillis)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      Node node = nodes.get();
      long sentAt = System.nanoTime();
      Optional<Answer> answer =
          traffic.send(
              node,
              "POST",
              order.path(),
              order.publisher(),
              "Content-Type",
              order.mediaType(),
              "Idempotency-Key",
              '"' + order.key() + '"',
              "Prefer",
              prefer);
      int status = answer.map(Answer::status).orElse(0);
      if (status == 202 || status == 303) {
        return Optional.of(acknowledged(order, answer.get(), sentAt, node));
      }
      if (status != 0 && status != 503 && status != 409) {
        findings.add(
            Kind.BROKEN, "%d: POST %s: %s", status, order.path(), Traffic.beginning(answer.get()));
        return Optional.empty();
      }
      TimeUnit.MILLISECONDS.sleep(Math.min(pause(answer, pauseMillis), MOST_PAUSE_MILLIS));
    }
    findings.add(Kind.LOST, "never taken: POST %s", order.path());
    return Optional.empty();
  }

  private Entry acknowledged(Order order, Answer answer, long sentAt, Node node) {
    JsonObject job = answer.json();
    Entry entry = new Entry(order, job.getString("id"));
    entry.seen(job, sentAt, laggingNanos, node.name(), findings);
    return entry;
  }

  private static long pause(Optional<Answer> answer, long otherwise) {
    String after = answer.map(given -> given.header("Retry-After")).orElse("");
    return after.isEmpty() ? otherwise : Math.min(otherwise * 5, Long.parseLong(after) * 1000);
  }
}

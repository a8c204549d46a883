package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** Clients that look at acknowledged jobs, cancel them, and remove them. */
final class Reading {

  private final Traffic traffic;
  private final Findings findings;
  private final long laggingNanos;

  Reading(Traffic traffic, Findings findings, long laggingNanos) {
    this.traffic = traffic;
    this.findings = findings;
    this.laggingNanos = laggingNanos;
  }

  /** Looks at the status. */
  void poll(Entry entry, Node node) {
    look(entry, node, "/status");
  }

  /** Waits a while for the end. */
  void await(Entry entry, Node node) {
    look(entry, node, "/status", "Prefer", "wait=3");
  }

  private void look(Entry entry, Node node, String which, String... headers) {
    long sentAt = System.nanoTime();
    Optional<Answer> answer = traffic.get(node, monitor(entry) + which, headers);
    if (answer.isPresent() && isThere(entry, answer.get(), node) && answer.get().status() == 200) {
      entry.seen(answer.get().json(), sentAt, laggingNanos, node.name(), findings);
    }
  }

  /** Fetches the result, if it is there yet. */
  void result(Entry entry, Node node) {
    Optional<Answer> answer = traffic.get(node, monitor(entry) + "/result");
    if (answer.isPresent() && isThere(entry, answer.get(), node) && answer.get().status() == 200) {
      compare(entry, answer.get(), node);
    }
  }

  private void compare(Entry entry, Answer answer, Node node) {
    String digest = Order.digestOf(answer.body());
    String expected = entry.order().digest().isEmpty() ? digest : entry.order().digest();
    if (!digest.equals(expected) || !answer.header("Repr-Digest").equals(expected)) {
      findings.add(
          Kind.LOST,
          "the result of %s at %s has %d bytes with %s, Repr-Digest %s, not %s",
          entry.id(),
          node.name(),
          answer.body().length,
          digest,
          answer.header("Repr-Digest"),
          expected);
    }
  }

  /** Looks at the list of this trial's jobs. */
  void list(String trial, Node node) {
    page("/api/jobs?limit=50&label=trial:" + trial, node);
  }

  /** Looks at the imported tables. */
  void datasets(Node node) {
    page("/api/datasets", node);
  }

  private void page(String path, Node node) {
    traffic
        .get(node, path)
        .filter(answer -> answer.status() != 200 && answer.status() != 503)
        .ifPresent(
            answer ->
                findings.add(
                    Kind.BROKEN, "%s: %d %s", path, answer.status(), Traffic.beginning(answer)));
  }

  /** Cancels it. */
  void cancel(Entry entry, Node node) {
    entry.askCancel();
    traffic
        .send(node, "POST", monitor(entry) + "/cancel", BodyPublishers.noBody())
        .ifPresent(answer -> isThere(entry, answer, node));
  }

  /** Removes it. */
  void remove(Entry entry, Node node) {
    entry.askRemove();
    traffic
        .send(node, "DELETE", monitor(entry), BodyPublishers.noBody())
        .filter(answer -> answer.status() / 100 == 2)
        .ifPresent(answer -> entry.removed());
  }

  private boolean isThere(Entry entry, Answer answer, Node node) {
    boolean gone = answer.status() == 404 || answer.status() == 410;
    if (gone && !entry.removeAsked()) {
      boolean says = answer.header("Content-Type").equals("application/problem+json");
      findings.add(
          says ? Kind.LOST : Kind.BROKEN,
          "%d for %s at %s, which was acknowledged and not removed: %s",
          answer.status(),
          entry.id(),
          node.name(),
          Traffic.beginning(answer));
    }
    return !gone;
  }

  private static String monitor(Entry entry) {
    return "/api/jobs/" + entry.id();
  }
}

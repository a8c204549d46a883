package dev.accepted.faults.receivers;

import dev.accepted.faults.load.Findings;
import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.receivers.Hook.Fate;
import dev.accepted.faults.receivers.Receiver.Arrival;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says of each receiver whether it got what it was to get, and puts that into a table. */
public final class Judge {

  /** The head of the table. */
  public static final List<String> HEAD =
      List.of(
          "| receiver | events | attempts | delivered | dead | gone | first | median | p99 | last"
              + " |",
          "|---|---|---|---|---|---|---|---|---|---|");

  private final Findings findings;
  private final int tries;

  /**
   * A judge.
   *
   * @param tries how often each delivery is sent at most
   */
  public Judge(Findings findings, int tries) {
    this.findings = findings;
    this.tries = tries;
  }

  /**
   * Judges one.
   *
   * @param events how many it was to be told
   * @param deliveries what the server says of them
   * @return its row in the table
   */
  public String judge(Hook hook, int events, List<JsonObject> deliveries) {
    // Once a receiver wants no more, nothing is written down for it.
    if (hook.fate() != Fate.GONE && deliveries.size() != events) {
      findings.add(
          Kind.LOST, "%s: %d events, %d deliveries", hook.name(), events, deliveries.size());
    }
    long delivered = count(deliveries, Fate.DELIVERED);
    long dead = count(deliveries, Fate.DEAD);
    long gone = count(deliveries, Fate.GONE);
    long asWanted = count(deliveries, hook.fate());
    if (asWanted != deliveries.size()) {
      findings.add(
          Kind.LOST, "%s: %d of %d are %s", hook.name(), asWanted, deliveries.size(), hook.fate());
    }
    if (hook.fate() == Fate.DEAD) {
      deliveries.forEach(delivery -> lookAtTries(hook, delivery));
    }
    hook.receiver().ifPresent(receiver -> lookAtArrivals(hook, receiver, events));
    long attempts = deliveries.stream().mapToLong(Judge::attempts).sum();
    return "| %s | %,d | %,d | %,d | %,d | %,d | %s |"
        .formatted(hook.name(), events, attempts, delivered, dead, gone, times(hook.delays()));
  }

  private void lookAtTries(Hook hook, JsonObject delivery) {
    if (attempts(delivery) != tries) {
      findings.add(Kind.BROKEN, "%s: given up after %d tries", hook.name(), attempts(delivery));
    }
  }

  private void lookAtArrivals(Hook hook, Receiver receiver, int events) {
    long taken = 0;
    for (var arrivals : receiver.arrivals().entrySet()) {
      long times = arrivals.getValue().stream().filter(Arrival::isTaken).count();
      taken += Math.min(1, times);
      if (times > 1) {
        findings.add(Kind.TWICE, "%s took %s %d times", hook.name(), arrivals.getKey(), times);
      }
    }
    if (hook.fate() == Fate.DELIVERED && taken != events) {
      findings.add(Kind.LOST, "%s: %d events, %d arrived", hook.name(), events, taken);
    }
  }

  private static long count(List<JsonObject> deliveries, Fate fate) {
    String state = fate.name().toLowerCase(Locale.ROOT);
    return deliveries.stream().filter(one -> one.getString("state").equals(state)).count();
  }

  private static int attempts(JsonObject delivery) {
    return delivery.getJsonArray("attempts").size();
  }

  /** First, median, p99 and last, in seconds. */
  private static String times(List<Duration> delays) {
    if (delays.isEmpty()) {
      return "| | |";
    }
    return "%s | %s | %s | %s"
        .formatted(at(delays, 0), at(delays, 0.5), at(delays, 0.99), at(delays, 1));
  }

  private static String at(List<Duration> delays, double part) {
    return "%.3f s".formatted(quantile(delays, part).toMillis() / 1000.0);
  }

  /** The nearest rank; of none, nothing. */
  public static Duration quantile(List<Duration> sorted, double part) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(part * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}

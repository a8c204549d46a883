package dev.accepted.http.overview;

import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.Point;
import dev.accepted.engine.overview.ServerStanding;
import dev.accepted.engine.overview.ServerStanding.Node;
import dev.accepted.engine.overview.ServerStanding.Queue;
import dev.accepted.engine.overview.ServerStanding.Slots;
import dev.accepted.http.overview.Trouble.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong right now, in words. */
final class Troubles {

  private static final Duration LONG_WAIT = Duration.ofMinutes(5);
  private static final int STEPS_LOOKED_AT = 15;
  private static final long ENOUGH_TO_JUDGE = 5;
  private static final double OFTEN = 0.2;
  private static final double MOSTLY = 0.5;
  private static final double NEARLY_FULL = 0.8;
  private static final long MANY_WRITES = 1_000;
  private static final long MANY_DELIVERIES = 1_000;
  private static final long LITTLE_SPACE = 2L << 30;
  private static final long HARDLY_SPACE = 256L << 20;

  private final List<Trouble> found = new ArrayList<>();

  private Troubles() {}

  /**
   * Looks for them.
   *
   * @param hour what was done in the last hour, in steps of a minute; null if that is not known
   * @param offenders how many are not listened to
   * @return the worst first
   */
  static List<Trouble> of(ServerStanding server, @Nullable Activity hour, int offenders) {
    Troubles troubles = new Troubles();
    troubles.store(server);
    troubles.queue(server);
    new TreeMap<>(server.queues()).forEach((type, queue) -> troubles.type(type, queue, server));
    if (hour != null) {
      new TreeMap<>(hour.types()).forEach(troubles::failures);
    }
    troubles.nodes(server);
    troubles.deliveries(server);
    troubles.rest(server, offenders);
    troubles.found.sort(
        Comparator.comparing(one -> Severity.valueOf(one.severity().toUpperCase(Locale.ROOT))));
    return List.copyOf(troubles.found);
  }

  private void add(
      Severity severity, String code, @Nullable String see, String words, Object... values) {
    found.add(
        new Trouble(code, severity.wireName(), String.format(Locale.ENGLISH, words, values), see));
  }

  private void store(ServerStanding server) {
    if (server.queues().isEmpty() && !server.typeSlots().isEmpty()) {
      add(Severity.ERROR, "store-silent", null, "The store does not answer in time.");
    }
    if (server.waitingWrites() > MANY_WRITES) {
      add(
          Severity.ERROR,
          "store-slow",
          null,
          "The store is behind: %,d writes wait for it.",
          server.waitingWrites());
    }
    server.freeBytes().stream()
        .filter(bytes -> bytes < LITTLE_SPACE)
        .forEach(
            bytes ->
                add(
                    bytes < HARDLY_SPACE ? Severity.ERROR : Severity.WARNING,
                    "disk-full",
                    null,
                    "Only %,d MB are left on the disk of the data.",
                    bytes >> 20));
  }

  private void queue(ServerStanding server) {
    if (server.waiting() >= server.mostWaiting()) {
      add(
          Severity.ERROR,
          "queue-full",
          "/jobs?status=queued",
          "The queue is full, with %,d jobs: submissions are turned away.",
          server.waiting());
    } else if (server.waiting() > NEARLY_FULL * server.mostWaiting()) {
      add(
          Severity.WARNING,
          "queue-filling",
          "/jobs?status=queued",
          "The queue is nearly full: %,d of %,d jobs.",
          server.waiting(),
          server.mostWaiting());
    }
  }

  private void type(String type, Queue queue, ServerStanding server) {
    String see = "/jobs?status=queued&type=" + type;
    if (server.paused().containsKey(type)) {
      add(
          queue.depth() > 0 ? Severity.WARNING : Severity.INFO,
          "type-paused",
          "/types",
          "%s is paused: %s.",
          type,
          queue.depth() == 0 ? "its jobs would wait" : jobs(queue.depth(), "waits", "wait"));
    } else if (queue.depth() > 0 && queue.oldest().compareTo(LONG_WAIT) > 0) {
      Slots slots = server.typeSlots().getOrDefault(type, server.slots());
      boolean busy = slots.inUse() >= slots.all() || server.slots().inUse() >= server.slots().all();
      add(
          Severity.WARNING,
          "queue-old",
          see,
          "%s: %s, the oldest for %d minutes%s.",
          type,
          jobs(queue.depth(), "waits", "wait"),
          queue.oldest().toMinutes(),
          busy ? ", and all slots are in use" : "");
    }
  }

  private void failures(String type, List<Point> minutes) {
    List<Point> last =
        minutes.subList(Math.max(0, minutes.size() - STEPS_LOOKED_AT), minutes.size());
    long finished = last.stream().mapToLong(Point::finished).sum();
    long failed = last.stream().mapToLong(Point::failed).sum();
    double part = (double) failed / Math.max(1, finished);
    if (finished >= ENOUGH_TO_JUDGE && part >= OFTEN) {
      add(
          part >= MOSTLY ? Severity.ERROR : Severity.WARNING,
          "type-failing",
          "/jobs?status=failed&type=" + type,
          "%s: %,d of the %,d jobs that finished in the last quarter of an hour failed.",
          type,
          failed,
          finished);
    }
  }

  private void nodes(ServerStanding server) {
    server.nodes().stream()
        .filter(Node::silent)
        .forEach(
            node ->
                add(
                    Severity.WARNING,
                    "node-silent",
                    null,
                    "The node %s does not show itself; others will take its %s.",
                    node.name(),
                    node.running() == 1 ? "job" : "jobs"));
  }

  private void deliveries(ServerStanding server) {
    server.deliveries().dead().stream()
        .filter(dead -> dead > 0)
        .forEach(
            dead ->
                add(
                    Severity.WARNING,
                    "webhooks-dead",
                    "/subscriptions",
                    dead == 1
                        ? "%,d webhook could not be delivered, and rests."
                        : "%,d webhooks could not be delivered, and rest.",
                    dead));
    server.deliveries().waiting().stream()
        .filter(waiting -> waiting > MANY_DELIVERIES)
        .forEach(
            waiting ->
                add(
                    Severity.WARNING,
                    "webhooks-behind",
                    "/subscriptions",
                    "%,d webhooks wait to be sent.",
                    waiting));
  }

  private void rest(ServerStanding server, int offenders) {
    if (server.abandonedThreads() > 0) {
      add(
          Severity.WARNING,
          "threads-stuck",
          null,
          "Job code was told to stop and did not: it still holds %d of the server’s threads.",
          server.abandonedThreads());
    }
    if (offenders > 0) {
      add(
          Severity.INFO,
          "offenders",
          "/keys",
          offenders == 1
              ? "%d caller asks too often, and is not listened to for a while."
              : "%d callers ask too often, and are not listened to for a while.",
          offenders);
    }
  }

  private static String jobs(long number, String one, String many) {
    return number == 1
        ? "1 job " + one
        : String.format(Locale.ENGLISH, "%,d jobs %s", number, many);
  }
}

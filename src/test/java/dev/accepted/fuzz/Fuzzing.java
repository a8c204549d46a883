package dev.accepted.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Sends made-up requests by several clients at once, and gathers what must not be answered.
 *
 * @param description what can be asked for
 * @param port of the server, on this machine
 * @param seed each client's requests follow from it, and from what the server answers
 * @param requests how many are sent in all
 * @param longest fewer are sent if they take longer
 */
record Fuzzing(Description description, int port, long seed, int requests, Duration longest) {

  /** What the simulator's fault {@code stack-trace} tells, as text or within JSON. */
  private static final Pattern PRETENDED =
      Pattern.compile(
          "java\\.lang\\.NullPointerException(\n\t|\\\\n\\\\t)at com\\.example\\.Jobs\\.find");

  private static final int CLIENTS = 8;
  private static final int MOST_TOLD = 20;

  /** Longer than any one request may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * What came of it.
   *
   * @param statuses how often each was answered; 0 is no answer, which only bad HTTP may get
   * @param faults what must not be, a few of each at most, with the request
   */
  record Outcome(Map<Integer, Integer> statuses, List<String> faults) {}

  /** Sends them all. */
  Outcome run() throws InterruptedException {
    Known known = new Known();
    Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
    List<String> faults = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger left = new AtomicInteger(requests);
    long end = System.nanoTime() + longest.toNanos();
    CountDownLatch done = new CountDownLatch(CLIENTS);
    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Calls calls = new Calls(description, known, new Random(seed + client), "127.0.0.1:" + port);
      Thread thread =
          new Thread(
              () -> {
                try (Wire wire = new Wire(port)) {
                  while (left.getAndDecrement() > 0
                      && faults.size() < MOST_TOLD
                      && System.nanoTime() < end) {
                    once(wire, calls.next(), known, statuses, faults);
                  }
                } finally {
                  done.countDown();
                }
              },
              "fuzz-" + client);
      clients.add(thread);
      thread.start();
    }
    Duration most = longest.plus(PATIENCE);
    if (!done.await(most.toSeconds(), TimeUnit.SECONDS)) {
      clients.forEach(Thread::interrupt);
      faults.add("not through after " + most);
    }
    return new Outcome(statuses, faults);
  }

  private static void once(
      Wire wire, Call call, Known known, Map<Integer, Integer> statuses, List<String> faults) {
    try {
      Wire.Reply reply = wire.send(call);
      statuses.merge(reply.status(), 1, Integer::sum);
      known.learn(reply.text());
      if (isFault(call, reply)) {
        faults.add(reply.status() + " " + reply.text() + "\n  for " + call);
      }
    } catch (IOException | RuntimeException unanswered) {
      faults.add(unanswered + "\n  for " + call);
    }
  }

  /**
   * An error of the server's, but for one that says when to come again, and for those that were
   * asked of the simulator; or a trace of its code.
   */
  private static boolean isFault(Call call, Wire.Reply reply) {
    boolean meant = reply.status() == 503 && reply.headers().containsKey("retry-after");
    // The servers' own answers to what they can't read as HTTP/1.1 (RFC 9110, 15.6.2 and 15.6.6).
    boolean notHttp = !call.isHttp() && (reply.status() == 501 || reply.status() == 505);
    boolean simulated = call.simulates(reply.status()) || call.asksForFaults();
    String text =
        call.asksForFaults() ? PRETENDED.matcher(reply.text()).replaceAll("") : reply.text();
    boolean trace = text.contains("\tat ") || text.contains("Exception");
    return (reply.status() >= 500 && !meant && !notHttp && !simulated) || trace;
  }
}

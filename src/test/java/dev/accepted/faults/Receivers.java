package dev.accepted.faults;

import dev.accepted.faults.receivers.Hook;
import dev.accepted.faults.receivers.Hook.Fate;
import dev.accepted.faults.receivers.Judge;
import dev.accepted.faults.receivers.Manner;
import dev.accepted.faults.receivers.Receiver;
import dev.accepted.faults.receivers.Receiver.Arrival;
import dev.accepted.faults.site.Inside;
import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has jobs end while receivers of webhooks fail, hang, answer slowly, want no more or aren't there:
 * each delivery gets there once or is given up after its last try, and nobody waits for another.
 */
final class Receivers implements Fault {

  /** How the server of the trial is set up. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "accepted.webhooks.allow",
          "127.0.0.0/8",
          "accepted.webhooks.timeout",
          "PT2S",
          "accepted.webhooks.retries",
          "PT1S,PT2S,PT4S,PT8S,PT16S");

  private static final int TRIES = 6;

  /** What the receiver that asks for it is left alone for. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(8);

  /** The time limit of an answer: who waits longer for his has waited for another's. */
  private static final Duration MOST_DELAY = Duration.ofSeconds(2);

  private static final Duration PACE = Duration.ofMillis(25);
  private static final Duration SETTLING = Duration.ofMinutes(4);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final int MOST_MORE_THREADS = 32;
  private static final int SENT_AGAIN = 5;

  private static final String HEALTHY = "answers at once";
  private static final String FAILING = "fails, then recovers";
  private static final String WANTS_NO_MORE = "410";
  private static final String ASKS_FOR_TIME = "503, Retry-After: 8";
  private static final String REDIRECTING = "redirects";

  private static final String ALL = "all";
  private static final String SOME = "some";
  private static final String FEW = "few";

  /** One job in so many has that label, too. */
  private static final Map<String, Integer> ONE_IN = Map.of(ALL, 1, SOME, 10, FEW, 80);

  private final List<Inside> samples = new ArrayList<>();

  @Override
  public String name() {
    return "receivers";
  }

  @Override
  public Ground ground() {
    return Ground.ALONE;
  }

  @Override
  public boolean breaksConnections() {
    return false;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    int jobs = trial.options().quick() ? 240 : 2_000;
    Node node = trial.any();
    List<Duration> alone = submit(trial, node.api(), jobs / 4, false);
    sample(node);
    List<Hook> hooks = hooks();
    try {
      subscribe(trial, node, hooks);
      List<Duration> amid = submitAmid(trial, node, named(hooks, FAILING), jobs);
      judge(trial, node, hooks, settled(trial, node.api(), hooks), jobs);
      sendAgain(trial, node.api(), named(hooks, REDIRECTING));
      submissions(trial, alone, amid);
      hooks.forEach(hook -> hook.unsubscribe(node.api()));
    } finally {
      for (Hook hook : hooks) {
        hook.close();
      }
    }
    memory(trial, node);
  }

  private static void subscribe(Trial trial, Node node, List<Hook> hooks) throws IOException {
    for (Hook hook : hooks) {
      hook.subscribe(node.api(), word(trial));
      if (!hook.name().equals(HEALTHY)) {
        trial.injected();
      }
    }
  }

  /** Meanwhile the one that fails recovers: not later than its first delivery is given up. */
  private List<Duration> submitAmid(Trial trial, Node node, Hook failing, int jobs)
      throws IOException, InterruptedException {
    List<Duration> amid = new ArrayList<>(submit(trial, node.api(), jobs / 4, true));
    sample(node);
    failing.receiver().ifPresent(receiver -> receiver.turn(Manner.status(204)));
    amid.addAll(submit(trial, node.api(), jobs - jobs / 4, true));
    sample(node);
    return amid;
  }

  private static List<Hook> hooks() throws IOException {
    Manner taken = Manner.status(204);
    Manner busy = Manner.status(503, "Retry-After: " + LEFT_ALONE.toSeconds());
    return List.of(
        Hook.to(HEALTHY, Fate.DELIVERED, ALL, "127.0.0.11", taken),
        Hook.to(FAILING, Fate.DELIVERED, ALL, "127.0.0.12", Manner.status(500)),
        Hook.to("hangs", Fate.DEAD, FEW, "127.0.0.13", Manner.hang()),
        Hook.to("a byte a second", Fate.DEAD, FEW, "127.0.0.14", Manner.drip()),
        Hook.to("answers after 1 s", Fate.DELIVERED, FEW, "127.0.0.15", Manner.late(1000, taken)),
        Hook.to(WANTS_NO_MORE, Fate.GONE, ALL, "127.0.0.16", Manner.status(410)),
        Hook.to(ASKS_FOR_TIME, Fate.DELIVERED, SOME, "127.0.0.17", Manner.atFirst(busy, taken)),
        Hook.to("endless body", Fate.DELIVERED, SOME, "127.0.0.18", Manner.endless()),
        Hook.to(
            REDIRECTING,
            Fate.DEAD,
            SOME,
            "127.0.0.19",
            Manner.status(307, "Location: http://127.0.0.11/hook")),
        Hook.toNobody("refuses connections", SOME, "http://127.0.0.20:9/hook"),
        Hook.toNobody("name unknown", SOME, "http://nobody.invalid/hook"));
  }

  private static Hook named(List<Hook> hooks, String name) {
    return hooks.stream().filter(hook -> hook.name().equals(name)).findFirst().orElseThrow();
  }

  /** A label's value that no other trial's jobs have. */
  private static String word(Trial trial) {
    return trial.load().trial();
  }

  /** Submits at an even pace; how long each 202 took. */
  private static List<Duration> submit(Trial trial, Api api, int jobs, boolean told)
      throws InterruptedException {
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      StringBuilder query = new StringBuilder("?label=trial:").append(word(trial)).append("-apart");
      for (var label : ONE_IN.entrySet()) {
        if (told && i % label.getValue() == 0) {
          query.append("&label=").append(label.getKey()).append(':').append(word(trial));
        }
      }
      long sent = System.nanoTime();
      Answer answer = api.postJson("/api/simulations" + query, "{\"duration\":\"PT0S\"}");
      delays.add(Duration.ofNanos(System.nanoTime() - sent));
      trial.check(answer.status() == 202, "%d: %s", answer.status(), answer.text());
      trial.pause(PACE);
    }
    return delays;
  }

  private void sample(Node node) throws IOException, InterruptedException {
    samples.add(Inside.of(node.pid(), node.api()));
  }

  /** What is to be told of so many jobs, submitted in two parts. */
  private static int events(Hook hook, int jobs) {
    int each = ONE_IN.getOrDefault(hook.label(), 1);
    int first = jobs / 4;
    return (first + each - 1) / each + (jobs - first + each - 1) / each;
  }

  /** Waits until nothing is to be sent any more. */
  private static Map<Hook, List<JsonObject>> settled(Trial trial, Api api, List<Hook> hooks)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + SETTLING.toNanos();
    Map<Hook, List<JsonObject>> all = new HashMap<>();
    List<Hook> open = new ArrayList<>(hooks);
    while (!open.isEmpty() && System.nanoTime() < end) {
      trial.pause(LOOK_AGAIN);
      for (Hook hook : List.copyOf(open)) {
        List<JsonObject> now = hook.deliveries(api);
        all.put(hook, now);
        if (now.stream()
            .noneMatch(one -> Set.of("waiting", "sending").contains(one.getString("state")))) {
          open.remove(hook);
        }
      }
    }
    return all;
  }

  private static void judge(
      Trial trial, Node node, List<Hook> hooks, Map<Hook, List<JsonObject>> settled, int jobs) {
    Judge judge = new Judge(trial.load().findings(), TRIES);
    Judge.HEAD.forEach(line -> trial.note("%s", line));
    for (Hook hook : hooks) {
      trial.note(
          "%s", judge.judge(hook, events(hook, jobs), settled.getOrDefault(hook, List.of())));
    }
    Hook gone = named(hooks, WANTS_NO_MORE);
    trial.check(gone.state(node.api()).equals("gone"), "410 has not ended its subscription");
    List<Duration> healthy = named(hooks, HEALTHY).delays();
    trial.check(
        Judge.quantile(healthy, 0.99).compareTo(MOST_DELAY) <= 0,
        "who answers at once waited %s",
        Judge.quantile(healthy, 0.99));
    named(hooks, ASKS_FOR_TIME).receiver().ifPresent(receiver -> leftAlone(trial, receiver));
  }

  private static void leftAlone(Trial trial, Receiver receiver) {
    for (List<Arrival> arrivals : receiver.arrivals().values()) {
      for (int i = 1; i < arrivals.size(); i++) {
        Duration between = Duration.between(arrivals.get(i - 1).at(), arrivals.get(i).at());
        trial.check(
            between.compareTo(LEFT_ALONE) >= 0, "came again after %s, not %s", between, LEFT_ALONE);
      }
    }
  }

  /** What was given up arrives when it is sent again to one that is well. */
  private static void sendAgain(Trial trial, Api api, Hook hook)
      throws IOException, InterruptedException {
    hook.receiver().ifPresent(receiver -> receiver.turn(Manner.status(204)));
    List<JsonObject> dead = hook.deliveries(api).stream().limit(SENT_AGAIN).toList();
    for (JsonObject one : dead) {
      Answer answer = api.post(one.getJsonObject("links").getString("send"));
      trial.check(answer.status() == 202, "not sent again: %s", answer.text());
    }
    long end = System.nanoTime() + SETTLING.toNanos();
    while (hook.delays().size() < dead.size() && System.nanoTime() < end) {
      trial.pause(LOOK_AGAIN);
    }
    trial.check(
        hook.delays().size() == dead.size() && !dead.isEmpty(),
        "of %d sent again %d arrived",
        dead.size(),
        hook.delays().size());
    trial.note("%d that were dead were sent again, and arrived", hook.delays().size());
  }

  private static void submissions(Trial trial, List<Duration> alone, List<Duration> amid) {
    trial.note("202 within %s before, %s meanwhile (median / p99)", millis(alone), millis(amid));
  }

  private static String millis(List<Duration> delays) {
    List<Duration> sorted = delays.stream().sorted().toList();
    return "%.1f / %.1f ms"
        .formatted(
            Judge.quantile(sorted, 0.5).toNanos() / 1e6,
            Judge.quantile(sorted, 0.99).toNanos() / 1e6);
  }

  private void memory(Trial trial, Node node) throws IOException, InterruptedException {
    trial.pause(LOOK_AGAIN);
    sample(node);
    for (Inside sample : samples) {
      trial.note(
          "heap %.1f MB after a collection, resident %.1f MB, %d threads, %d sockets",
          sample.heap() / 1e6, sample.resident() / 1e6, sample.threads(), sample.sockets());
    }
    Inside before = samples.get(0);
    for (Inside later : samples) {
      trial.check(
          later.threads() - before.threads() <= MOST_MORE_THREADS,
          "%d threads, before %d",
          later.threads(),
          before.threads());
    }
  }
}

package dev.accepted.guard.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.pace.ExpectedDurations;
import dev.accepted.engine.pace.Pace;
import dev.accepted.engine.pace.TypeDurations;
import dev.accepted.job.Job;
import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever does as {@code Retry-After} says is never refused: a simulation that steps the clock
 * through the lives of jobs of all lengths, with the product's own pace and throttle.
 */
class WellBehavedClientsTest {

  private static final long SEED = 6;
  private static final long LATENCY = 400;
  private static final long STORE_IS_BACK = 5_000;
  private static final int EARLY_POLLS = 10;

  /** How a client keeps time. */
  private enum Manner {
    /** To the millisecond, on a network without delay. */
    EXACT(1, false),
    /** On a network that takes 0 to 400 ms each way. */
    JITTER(1, true),
    /** By a clock that is 5 % fast. */
    FAST_CLOCK(1.05, true),
    /** It looks each second whether it may ask. */
    EACH_SECOND(1, true);

    private final double speed;
    private final boolean delayed;

    Manner(double speed, boolean delayed) {
      this.speed = speed;
      this.delayed = delayed;
    }
  }

  private record Tab(Manner manner, long arrives) {}

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final SettableClock clock = new SettableClock();
  private final TypeDurations durations = new TypeDurations();
  private final Pace pace = new Pace(clock, durations, new ExpectedDurations());
  private final Visitor visitor = Visitor.at("203.0.113.7");

  static Stream<Arguments> jobs() {
    return Stream.of(
            "PT0.01S", "PT0.1S", "PT1S", "PT3S", "PT10S", "PT30S", "PT2M", "PT10M", "PT1H", "PT3H",
            "PT10H")
        .map(Duration::parse)
        .flatMap(
            runs ->
                Stream.of(Duration.ZERO, Duration.ofSeconds(7))
                    .flatMap(
                        queued ->
                            Stream.of(0, 3, 1_000)
                                .flatMap(
                                    steps ->
                                        Stream.of(true, false)
                                            .map(
                                                known ->
                                                    Arguments.of(runs, queued, steps, known)))));
  }

  /**
   * Every manner, one to five tabs of a caller, one to three nodes, with and without polls that
   * fail.
   */
  @ParameterizedTest
  @MethodSource("jobs")
  void areNeverRefused(Duration runs, Duration queued, int steps, boolean known) {
    if (known) {
      durations.add("report", runs);
    }
    long polls = 0;
    for (Manner manner : Manner.values()) {
      for (int tabs = 1; tabs <= 5; tabs++) {
        for (int nodes : new int[] {1, 3}) {
          polls += follow(PolledJob.of(queued, runs, steps), manner, tabs, nodes, 0);
          polls += follow(PolledJob.of(queued, runs, steps), manner, tabs, nodes, 0.1);
        }
      }
    }
    assertThat(polls).isPositive();
  }

  /** Follows a job to its end; returns how many polls were answered. */
  private long follow(PolledJob job, Manner manner, int tabs, int nodes, double failing) {
    List<MonitorThrottle> throttles = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      throttles.add(new MonitorThrottle(clock, EARLY_POLLS));
    }
    clock.set(SettableClock.START);
    PriorityQueue<Tab> waiting = new PriorityQueue<>(Comparator.comparingLong(Tab::arrives));
    long start = clock.millis();
    for (int tab = 0; tab < tabs; tab++) {
      waiting.add(new Tab(manner, start + random.nextLong(1 + job.runs().toMillis())));
    }
    long polls = 0;
    while (!waiting.isEmpty()) {
      Tab tab = waiting.remove();
      clock.set(Instant.ofEpochMilli(tab.arrives()));
      Job now = job.at(clock.instant());
      if (now.status().isFinal()) {
        continue;
      }
      if (random.nextDouble() < failing) {
        // 503 from somewhere before the throttle, which names a time of its own.
        waiting.add(next(manner, STORE_IS_BACK));
        continue;
      }
      long retryAfter = pace.retryAfterSeconds(now);
      Optional<Excess> excess = throttles.get(random.nextInt(nodes)).poll(visitor, now, retryAfter);
      assertThat(excess)
          .as("%s, %d tabs, %d nodes, %s into %s", manner, tabs, nodes, clock.instant(), job)
          .isEmpty();
      polls++;
      waiting.add(next(manner, retryAfter * 1_000));
    }
    return polls;
  }

  private Tab next(Manner manner, long told) {
    long back = manner.delayed ? random.nextLong(LATENCY) : 0;
    long there = manner.delayed ? random.nextLong(LATENCY) : 0;
    long waits = (long) Math.ceil(told / manner.speed);
    long sent = clock.millis() + back + waits;
    if (manner == Manner.EACH_SECOND) {
      sent += 999 - (sent + 999) % 1_000;
    }
    return new Tab(manner, sent + there);
  }
}

package dev.accepted.guard.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitorThrottleTest {

  private static final int EARLY = 3;
  private static final long TEN_SECONDS = 10;

  private final SettableClock clock = new SettableClock();
  private final MonitorThrottle throttle = new MonitorThrottle(clock, EARLY);
  private final Visitor visitor = Visitor.at("203.0.113.7");
  private final PolledJob job = PolledJob.of(Duration.ofHours(1), Duration.ofHours(1), 0);

  private Optional<Excess> poll() {
    return poll(visitor, job.at(clock.instant()));
  }

  private Optional<Excess> poll(Visitor by, Job polled) {
    return throttle.poll(by, polled, TEN_SECONDS);
  }

  private void exhaust() {
    IntStream.rangeClosed(0, EARLY).forEach(early -> assertThat(poll()).isEmpty());
    assertThat(poll()).isPresent();
  }

  @Test
  void theFirstIsFreeAndAFewMayComeTooSoon() {
    exhaust();
  }

  @Test
  void whoIsRefusedAndComesWhenToldIsAnswered() {
    exhaust();

    Excess excess = poll().orElseThrow();

    assertThat(excess.policy().name()).isEqualTo("polls");
    assertThat(excess.policy().quota()).isEqualTo(EARLY);
    assertThat(excess.seconds()).isBetween(1L, TEN_SECONDS);
    clock.advance(Duration.ofSeconds(excess.seconds()));
    assertThat(poll()).isEmpty();
  }

  @Test
  void beingRefusedDoesNotPutItOff() {
    exhaust();
    clock.advance(Duration.ofSeconds(8));
    assertThat(poll()).isPresent();
    clock.advance(Duration.ofMillis(750)); // ten seconds, less a tenth and a quarter of a second

    assertThat(poll()).isEmpty();
  }

  @Test
  void onTimeIsNotEarlyHoweverOften() {
    exhaust();
    for (int turn = 0; turn < 100; turn++) {
      clock.advance(Duration.ofSeconds(TEN_SECONDS));
      assertThat(poll()).isEmpty();
    }
  }

  @Test
  void aChangedStateIsFreeToLookAt() {
    exhaust();
    Job started = job.at(job.end().minusSeconds(1));

    assertThat(poll(visitor, started)).isEmpty();
    assertThat(poll(visitor, started.cancelRequested(clock.instant()))).isEmpty();
  }

  @Test
  void oneIsFreeWhereItIsAllowed() {
    exhaust();

    throttle.allow(visitor, job.id());

    assertThat(poll()).isEmpty();
    assertThat(poll()).isPresent();
  }

  @Test
  void othersAndOtherJobsCountForThemselves() {
    exhaust();
    PolledJob another = PolledJob.of(Duration.ofHours(1), Duration.ofHours(1), 0);

    assertThat(poll(Visitor.caller("203.0.113.7"), job.at(clock.instant()))).isEmpty();
    assertThat(poll(Visitor.at("203.0.113.8"), job.at(clock.instant()))).isEmpty();
    assertThat(poll(visitor, another.at(clock.instant()))).isEmpty();
    assertThat(poll()).isPresent();
  }

  @Test
  void whoAsksTenTimesASecondIsMostlyRefused() {
    int answered = 0;
    for (int poll = 0; poll < 600; poll++) {
      clock.advance(Duration.ofMillis(100));
      answered += poll().isEmpty() ? 1 : 0;
    }
    // In a minute: the first, the bucket and what flows back into it, and each of these again.
    assertThat(answered).isBetween(6, 60);
  }

  @Test
  void aMonitorNotAskedForLongIsNew() {
    exhaust();
    clock.advance(Duration.ofMinutes(11));

    exhaust();
  }
}

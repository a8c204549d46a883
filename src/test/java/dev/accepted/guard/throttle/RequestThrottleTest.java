package dev.accepted.guard.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestThrottleTest {

  private final SettableClock clock = new SettableClock();
  private final RequestThrottle throttle = new RequestThrottle(clock, 60);
  private final Visitor visitor = Visitor.at("203.0.113.7");

  private void exhaust() {
    for (int request = 0; request < 60; request++) {
      assertThat(throttle.draw(visitor)).isEmpty();
    }
  }

  @Test
  void whatIsDrawnComesBackByTheClock() {
    exhaust();

    Excess excess = throttle.draw(visitor).orElseThrow();

    assertThat(excess.seconds()).isEqualTo(1);
    assertThat(excess.policy()).isEqualTo(new Policy("requests", 60, Duration.ofMinutes(1)));
    clock.advance(Duration.ofSeconds(1));
    assertThat(throttle.draw(visitor)).isEmpty();
    assertThat(throttle.draw(visitor)).isPresent();
  }

  @Test
  void eachHasItsOwn() {
    exhaust();

    assertThat(throttle.draw(Visitor.at("203.0.113.8"))).isEmpty();
  }

  @Test
  void whoIsForgottenHadAFullOneAnyway() {
    exhaust();
    clock.advance(Duration.ofSeconds(61));

    exhaust();
    assertThat(throttle.draw(visitor)).isPresent();
  }
}

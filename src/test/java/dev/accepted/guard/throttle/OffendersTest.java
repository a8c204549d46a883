package dev.accepted.guard.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffendersTest {

  private static final int TOO_MANY = 5;

  private final SettableClock clock = new SettableClock();
  private final Offenders offenders =
      new Offenders(clock, BlockRule.of(TOO_MANY, Duration.ofSeconds(10), Duration.ofMinutes(10)));
  private final Visitor visitor = Visitor.at("203.0.113.7");

  private long block() {
    for (int offence = 1; offence < TOO_MANY; offence++) {
      assertThat(offenders.offended(visitor)).isFalse();
    }
    assertThat(offenders.offended(visitor)).isTrue();
    return offenders.blockedSeconds(visitor);
  }

  @Test
  void tooManyOffencesBlockForAGrowingWhile() {
    List<Long> blocks = new ArrayList<>();
    for (int time = 0; time < 9; time++) {
      long seconds = block();
      blocks.add(seconds);
      clock.advance(Duration.ofSeconds(seconds));
      assertThat(offenders.blockedSeconds(visitor)).isZero();
    }
    assertThat(blocks).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
  }

  @Test
  void aFewNowAndThenAreNoOffence() {
    for (int offence = 0; offence < 100; offence++) {
      clock.advance(Duration.ofSeconds(20));
      assertThat(offenders.offended(visitor)).isFalse();
    }
    assertThat(offenders.blockedSeconds(visitor)).isZero();
  }

  @Test
  void timeForgives() {
    block();
    clock.advance(Duration.ofSeconds(10));
    assertThat(block()).isEqualTo(20);
    clock.advance(Duration.ofSeconds(20).plus(Duration.ofMinutes(11)));

    assertThat(block()).isEqualTo(10);
  }

  @Test
  void othersAreHeard() {
    block();

    assertThat(offenders.blockedSeconds(Visitor.at("203.0.113.8"))).isZero();
    assertThat(offenders.blockedSeconds(Visitor.caller(visitor.name()))).isZero();
  }

  @Test
  void anAdministratorSeesAndForgives() {
    block();
    offenders.blockedSeconds(visitor);

    Offender seen = offenders.blocked().get(0);

    assertThat(offenders.count()).isEqualTo(1);
    assertThat(seen.visitor()).isEqualTo(visitor);
    assertThat(seen.blocks()).isEqualTo(1);
    assertThat(seen.requests()).isEqualTo(2);
    assertThat(seen.blockedUntil()).isEqualTo(clock.instant().plusSeconds(10));
    assertThat(offenders.forgive("nobody")).isFalse();
    assertThat(offenders.forgive(seen.id())).isTrue();
    assertThat(offenders.blockedSeconds(visitor)).isZero();
    assertThat(offenders.blocked()).isEmpty();
    assertThat(block()).isEqualTo(10);
  }

  @Test
  void howManyAreRememberedIsBounded() {
    for (int one = 0; one < 60_000; one++) {
      for (int offence = 0; offence < TOO_MANY; offence++) {
        offenders.offended(Visitor.at("address " + one));
      }
    }
    assertThat(offenders.count()).isBetween(1, 20_000);
  }
}

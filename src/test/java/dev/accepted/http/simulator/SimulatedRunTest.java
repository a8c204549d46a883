package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that is nothing but its address. */
class SimulatedRunTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.500Z");
  private static final SimulatedRun RUN = SimulatedRun.begun(NOW);

  @Test
  void itsNameTellsAllOfIt() {
    assertThat(SimulatedRun.named(RUN.text(), NOW)).contains(RUN);
    assertThat(SimulatedRun.named(RUN.text(), NOW.plusSeconds(3600))).contains(RUN);
    assertThat(SimulatedRun.named(RUN.text(), NOW.plusSeconds(86_400))).isEmpty();
    assertThat(SimulatedRun.named(RUN.text(), NOW.minusSeconds(86_400))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1-1", "9999999999999-1", "1795000000000-", "-1-1"})
  void whatIsNoNameIsNone(String name) {
    assertThat(SimulatedRun.named(name, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1000, 0, 5, false",
    "0, 0, 4, false",
    "1, 0, 4, false",
    "2000, 50, 2, false",
    "3999, 99, 1, false",
    "4000, 100, 1, true",
    "9000, 100, 1, true"
  })
  void itGoesOnByTheClock(long millis, int percent, long retryAfter, boolean over) {
    Instant then = NOW.plusMillis(millis);

    assertThat(RUN.percent(then)).isEqualTo(percent);
    assertThat(RUN.retryAfter(then)).isEqualTo(retryAfter);
    assertThat(RUN.isOver(then)).isEqualTo(over);
  }

  @Test
  void oneThatTakesNoTimeIsOver() {
    SimulatedRun none = SimulatedRun.named(NOW.toEpochMilli() + "-0", NOW).orElseThrow();

    assertThat(none.isOver(NOW)).isTrue();
    assertThat(none.percent(NOW)).isEqualTo(100);
    assertThat(none.percent(NOW.minusMillis(1))).isZero();
  }
}

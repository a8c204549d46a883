package dev.accepted.engine.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.cron.CronTimes;
import dev.accepted.store.Schedule.CatchUp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the times that have come a schedule makes up for. */
class TurnTest {

  private static final CronTimes HOURLY = CronTimes.parse("@hourly", "UTC");
  private static final Instant FIRST = Instant.parse("2026-11-21T20:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // on time
    "SKIP, PT0S,    2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    "SKIP, PT59.9S, 2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    "ONCE, PT0S,    2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    "ALL,  PT0S,    2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    // one was missed
    "SKIP, PT1M,    ,                     2026-11-21T21:00:00Z",
    "ONCE, PT59M,   2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    "ALL,  PT59M,   2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    // some were
    "SKIP, PT3H10M, ,                     2026-11-22T00:00:00Z",
    "SKIP, PT3H,    2026-11-21T23:00:00Z, 2026-11-22T00:00:00Z",
    "ONCE, PT3H10M, 2026-11-21T23:00:00Z, 2026-11-22T00:00:00Z",
    "ALL,  PT3H10M, 2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    // more than may be made up for
    "ALL,  PT99H,   2026-11-21T20:00:00Z, 2026-11-21T21:00:00Z",
    "ALL,  PT100H,  2026-11-21T21:00:00Z, 2026-11-21T22:00:00Z",
  })
  void aTurnIsOneTimeAndWhenItGoesOn(CatchUp catchUp, Duration late, Instant at, Instant next) {
    Turn turn = Turn.of(HOURLY, catchUp, FIRST, FIRST.plus(late));

    assertThat(turn.at().orElse(null)).isEqualTo(at);
    assertThat(turn.next()).isEqualTo(next);
  }

  @Test
  void aStoredTimeThatIsNoneAnyMoreCountsYet() {
    Instant other = Instant.parse("2026-11-21T19:45:00Z");

    Turn turn = Turn.of(HOURLY, CatchUp.ONCE, other, other.plusSeconds(1));

    assertThat(turn.at()).contains(other);
    assertThat(turn.next()).isEqualTo(FIRST);
  }
}

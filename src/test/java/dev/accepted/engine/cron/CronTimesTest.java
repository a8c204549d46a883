package dev.accepted.engine.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When expressions come in zones whose clocks are changed. */
class CronTimesTest {

  private static final String BERLIN = "Europe/Berlin";

  private static CronTimes times(String expression, String zone) {
    return CronTimes.of(CronExpression.parse(expression), CronTimes.zone(zone));
  }

  private static List<String> after(String expression, String zone, String moment, int number) {
    return times(expression, zone).after(Instant.parse(moment), number).stream()
        .map(Instant::toString)
        .toList();
  }

  /** On 28 March 2027 it is 03:00 in Berlin right after 01:59, at 01:00 UTC. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *      | 2027-03-27T01:30:00Z 2027-03-28T01:00:00Z 2027-03-29T00:30:00Z",
        "0 2 * * *       | 2027-03-27T01:00:00Z 2027-03-28T01:00:00Z 2027-03-29T00:00:00Z",
        "59 1 * * *      | 2027-03-27T00:59:00Z 2027-03-28T00:59:00Z 2027-03-28T23:59:00Z",
        "0 3 * * *       | 2027-03-27T02:00:00Z 2027-03-28T01:00:00Z 2027-03-29T01:00:00Z",
        "15,45 2 28 3 *  | 2027-03-28T01:00:00Z 2028-03-28T00:15:00Z 2028-03-28T00:45:00Z",
        "0 2,3 28 3 *    | 2027-03-28T01:00:00Z 2028-03-28T00:00:00Z 2028-03-28T01:00:00Z",
      })
  void aTimeInTheGapComesOnceRightAfterIt(String expression, String times) {
    assertThat(after(expression, BERLIN, "2027-03-26T23:00:00Z", 3))
        .containsExactly(times.split(" "));
  }

  /** On 25 October 2026 it is 02:00 to 02:59 in Berlin twice: from 00:00 UTC, and from 01:00. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *    | 2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
        "0 3 * * *     | 2026-10-24T01:00:00Z 2026-10-25T02:00:00Z 2026-10-26T02:00:00Z",
        "0,30 2 25 10 *| 2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2027-10-25T00:00:00Z",
      })
  void aTimeThatIsTwiceComesOnce(String expression, String times) {
    assertThat(after(expression, BERLIN, "2026-10-23T22:00:00Z", 3))
        .containsExactly(times.split(" "));
  }

  @Test
  void whoLooksWithinTheSecondOfBothHoursSeesNoneAgain() {
    assertThat(after("30 2 * * *", BERLIN, "2026-10-25T01:05:00Z", 1))
        .containsExactly("2026-10-26T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/30 * * * * | 2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 2026-10-25T01:30:00Z 2026-10-25T02:00:00Z",
        "0 * * * *    | 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z 2026-10-25T03:00:00Z 2026-10-25T04:00:00Z",
        "*/30 2 * * * | 2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 2026-10-25T01:30:00Z 2026-10-26T01:00:00Z",
      })
  void whatComesEachSoManyMinutesGoesOnThroughBothHours(String expression, String times) {
    assertThat(after(expression, BERLIN, "2026-10-24T23:59:00Z", 5))
        .containsExactly(times.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/30 * * * * | 2027-03-28T00:30:00Z 2027-03-28T01:00:00Z 2027-03-28T01:30:00Z",
        "0 * * * *    | 2027-03-28T01:00:00Z 2027-03-28T02:00:00Z 2027-03-28T03:00:00Z",
        "*/30 2 * * * | 2027-03-29T00:00:00Z 2027-03-29T00:30:00Z 2027-03-30T00:00:00Z",
      })
  void andHasNoneInTheGap(String expression, String times) {
    assertThat(after(expression, BERLIN, "2027-03-28T00:00:00Z", 3))
        .containsExactly(times.split(" "));
  }

  /** The clocks of Cairo go from 00:00 to 01:00, on 30 April 2027 at 22:00 UTC the day before. */
  @Test
  void aDayThatBeginsWithAGapIsNotPassedOver() {
    assertThat(after("0 0 * * *", "Africa/Cairo", "2027-04-28T22:30:00Z", 2))
        .containsExactly("2027-04-29T22:00:00Z", "2027-04-30T21:00:00Z");
    assertThat(after("30 */2 * * *", "Africa/Cairo", "2027-04-29T21:00:00Z", 2))
        .containsExactly("2027-04-29T23:30:00Z", "2027-04-30T01:30:00Z");
  }

  /** Lord Howe Island changes by half an hour. */
  @Test
  void aChangeNeedNotBeAnHour() {
    assertThat(after("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00:00Z", 1))
        .containsExactly("2026-10-03T15:30:00Z");
    assertThat(after("45 1 * * *", "Australia/Lord_Howe", "2027-04-03T12:00:00Z", 2))
        .containsExactly("2027-04-03T14:45:00Z", "2027-04-04T15:15:00Z");
  }

  @Test
  void someNeverCome() {
    assertThat(times("0 0 31 2 *", BERLIN).after(Instant.EPOCH)).isEmpty();
    assertThat(times("* * 31 2 *", BERLIN).after(Instant.EPOCH)).isEmpty();
    assertThat(times("* * 31 2 *", "UTC").after(Instant.EPOCH, 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"* * * * *", "0 0 * * *", "0 0 1 1 *", "*/7 3 * 2 5"})
  void theLatestAreWhatOneByOneEndsWith(String expression) {
    CronTimes times = times(expression, BERLIN);
    Instant from = Instant.parse("2024-02-10T11:00:00Z");
    Instant first = times.after(from).orElseThrow();
    Instant to = first.plus(Duration.ofDays(40));
    List<Instant> all =
        times.after(first.minusNanos(1), 60_000).stream().filter(at -> !at.isAfter(to)).toList();

    List<Instant> latest = times.latest(first, to, 100);

    assertThat(latest).isEqualTo(all.subList(Math.max(0, all.size() - 100), all.size()));
    assertThat(times.latest(first, first, 100)).containsExactly(first);
    assertThat(times.latest(first, to, 1)).containsExactly(all.get(all.size() - 1));
    assertThat(times.latest(first, first.minusSeconds(1), 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Berlin", "europe/berlin", "+02:00", "UTC+2", "Z", "Mars/Olympus"})
  void whatIsNoZoneIsRefused(String name) {
    assertThatThrownBy(() -> CronTimes.zone(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Europe/Berlin");
  }
}

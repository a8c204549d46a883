package dev.accepted.engine.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions mean, and which there are. */
class CronExpressionTest {

  /** A Sunday. */
  private static final LocalDateTime START = LocalDateTime.parse("2026-11-29T17:30:00");

  private static List<String> next(String expression, int number) {
    List<String> found = new ArrayList<>();
    CronExpression cron = CronExpression.parse(expression);
    LocalDateTime time = START;
    for (int i = 0; i < number; i++) {
      time = cron.next(time).orElseThrow();
      found.add(time.toString());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *          | 2026-11-29T17:31 2026-11-29T17:32 2026-11-29T17:33",
        "*/20 * * * *       | 2026-11-29T17:40 2026-11-29T18:00 2026-11-29T18:20",
        "5,10-20/5 18 * * * | 2026-11-29T18:05 2026-11-29T18:10 2026-11-29T18:15",
        "30 17 * * *        | 2026-11-30T17:30 2026-12-01T17:30 2026-12-02T17:30",
        "0 9 * * MON-FRI    | 2026-11-30T09:00 2026-12-01T09:00 2026-12-02T09:00",
        "0 9 * * fri-sun    | 2026-12-04T09:00 2026-12-05T09:00 2026-12-06T09:00",
        "0 9 * * 5-7        | 2026-12-04T09:00 2026-12-05T09:00 2026-12-06T09:00",
        "0 9 * * 0          | 2026-12-06T09:00 2026-12-13T09:00 2026-12-20T09:00",
        "0 9 * * 7          | 2026-12-06T09:00 2026-12-13T09:00 2026-12-20T09:00",
        "0 0 1 jan,Jul *    | 2027-01-01T00:00 2027-07-01T00:00 2028-01-01T00:00",
        "0 0 29 2 *         | 2028-02-29T00:00 2032-02-29T00:00 2036-02-29T00:00",
        "0 0 31 * *         | 2026-12-31T00:00 2027-01-31T00:00 2027-03-31T00:00",
        "59 23 31 12 *      | 2026-12-31T23:59 2027-12-31T23:59 2028-12-31T23:59",
        "@hourly            | 2026-11-29T18:00 2026-11-29T19:00 2026-11-29T20:00",
        "@daily             | 2026-11-30T00:00 2026-12-01T00:00 2026-12-02T00:00",
        "@weekly            | 2026-12-06T00:00 2026-12-13T00:00 2026-12-20T00:00",
        "@MONTHLY           | 2026-12-01T00:00 2027-01-01T00:00 2027-02-01T00:00",
        "@yearly            | 2027-01-01T00:00 2028-01-01T00:00 2029-01-01T00:00",
      })
  void comesAtItsTimes(String expression, String times) {
    assertThat(next(expression, 3)).containsExactly(times.split(" "));
  }

  @Test
  void ifBothDaysAreRestrictedEitherWillDo() {
    assertThat(next("0 0 1,15 * MON", 4))
        .containsExactly(
            "2026-11-30T00:00", "2026-12-01T00:00", "2026-12-07T00:00", "2026-12-14T00:00");
  }

  @Test
  void aStarWithAStepNarrowsTheOtherDay() {
    for (String time : next("0 0 */10 * TUE", 5)) {
      LocalDate day = LocalDateTime.parse(time).toLocalDate();
      assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
      assertThat(day.getDayOfMonth()).isIn(1, 11, 21, 31);
    }
  }

  @Test
  void secondsDoNotMatter() {
    CronExpression cron = CronExpression.parse("30 17 * * *");

    assertThat(cron.next(START.minusNanos(1))).contains(START);
    assertThat(cron.next(START)).contains(START.plusDays(1));
    assertThat(cron.next(START.plusSeconds(59))).contains(START.plusDays(1));
  }

  @Test
  void blanksMayBeAnyAndAround() {
    assertThat(next("  0\t9  * *   1 ", 1)).containsExactly("2026-11-30T09:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 31 2 *", "0 0 30 feb *", "0 0 31 4,6,9,11 *"})
  void someNeverCome(String expression) {
    assertThat(CronExpression.parse(expression).next(START)).isEqualTo(Optional.empty());
  }

  @Test
  void whatComesOnceInFortyYearsComes() {
    CronExpression rare = CronExpression.parse("0 0 29 2 */6");

    LocalDateTime first = rare.next(LocalDateTime.parse("2072-03-01T00:00:00")).orElseThrow();

    assertThat(first.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(first.toLocalDate()).hasDayOfMonth(29);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * 0 *",
        "* * * * 8",
        "-1 * * * *",
        "1- * * * *",
        "9-5 * * * *",
        "*/0 * * * *",
        "*/90 * * * *",
        "5/15 * * * *",
        "1/2/3 * * * *",
        "1,,2 * * * *",
        "1,* x * * *",
        "? * * * *",
        "* * L * *",
        "* * 15W * *",
        "* * * * 1#2",
        "* * * * MONDAY",
        "* * * XYZ *",
        "JAN * * * *",
        "* * * SUN *",
        "٣ * * * *",
        "999999999999 * * * *",
        "@reboot",
        "@every 5m",
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> CronExpression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*(five fields|can't be read).*");
  }
}

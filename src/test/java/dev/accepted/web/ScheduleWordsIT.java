package dev.accepted.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of schedules says in plain words. */
class ScheduleWordsIT extends DeployedPages {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *|every minute",
        "*/15 * * * *|every 15 minutes",
        "*/7 * * * *|''",
        "0 * * * *|every hour",
        "@hourly|every hour",
        "5 */2 * * *|'every 2 hours, 5 minutes past'",
        "0 8-18 * * mon-fri|'every hour from 08:00 to 18:00, on every weekday'",
        "30 2 * * MON-FRI|every weekday at 02:30",
        "30 2 * * 1,2,3,4,5|every weekday at 02:30",
        "0 9,17 * * 6-7|every Saturday and Sunday at 09:00 and 17:00",
        "15 * * * *|'every hour, 15 minutes past'",
        "0 0 * * FRI-SUN|every Friday, Saturday and Sunday at 00:00",
        "@weekly|every Sunday at 00:00",
        "0 6 1,15 * *|on the 1st and 15th of every month at 06:00",
        "0 6 22 * *|on the 22nd of every month at 06:00",
        "@yearly|on 1 January every year at 00:00",
        "0 6 1 * MON|''",
        "0 6 */2 * *|''",
        "61 2 * * *|''",
        "0 6 * *|''",
        "<img src=x> 1 * * *|''",
      })
  void whatIsSimpleIsSaidInWords(String cron, String words) {
    page.navigate("/schedules");

    assertThat(
            page.evaluate(
                "async cron => (await import('/js/schedules/cron.js')).cronWords(cron)", cron))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "queue-full, No job was submitted: too many others were waiting. The next time is tried as"
        + " usual.",
    "invalid-input, No job was submitted: what it is given doesn’t fit any more. The server says:"
        + " said",
    "one-to-come, No job was submitted: Said."
  })
  void refusalsAreToldInWords(String code, String words) {
    page.navigate("/schedules");

    assertThat(
            page.evaluate(
                "async code => (await import('/js/schedules/times.js')).refusalWords({refusal:"
                    + " {code, message: 'said'}})",
                code))
        .isEqualTo(words);
  }
}

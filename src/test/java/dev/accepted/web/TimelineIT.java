package dev.accepted.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the timeline of a job's page makes of a status representation: for each attempt its outcome,
 * and its seconds of waiting, beginning and end after the submission.
 */
class TimelineIT extends DeployedPages {

  private static final String SPANS =
      """
      async ([status, attempt, started, finished, failures, logged]) => {
        const { nothingSeen, note, spansOf } = await import('/js/job/spans.js');
        const at = (seconds) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
        const attempts = failures.split(' ').filter(Boolean).map((second, index) =>
          ({ attempt: index + 1, at: at(Number(second)), code: 'x', message: 'x' }));
        const job = { status, attempt, submittedAt: at(0),
          ...(started && { startedAt: at(Number(started)) }),
          ...(finished && { finishedAt: at(Number(finished)) }),
          ...(attempts.length > 0 && { error: { attempts } }) };
        const seen = nothingSeen();
        note(seen, job);
        logged.split(' ').filter(Boolean).forEach((second, index) =>
          seen.lines.set(index + 1, Date.parse(at(Number(second)))));
        const after = (moment) => (moment === undefined ? '?' : (moment - Date.parse(at(0))) / 1000);
        return spansOf(job, seen, Date.parse(at(100))).spans.map((span) =>
          [span.outcome, after(span.since), `${after(span.start)}${span.logged ? '~' : ''}`, after(span.end)].join(' '))
          .join(', ');
      }
      """;

  @BeforeEach
  void open() {
    page.navigate("/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "queued    | 0 | '' | '' | ''      | ''  | queued 0 ? ?",
        "running   | 1 | 2  | '' | ''      | ''  | running 0 2 100",
        "succeeded | 1 | 2  | 9  | ''      | ''  | succeeded 0 2 9",
        "failed    | 1 | 2  | 9  | 9       | ''  | failed 0 2 9",
        "canceled  | 0 | '' | 5  | ''      | ''  | canceled 0 5 5",
        "canceled  | 1 | 2  | 9  | ''      | ''  | canceled 0 2 9",
        "canceled  | 1 | 2  | 9  | 9       | ''  | canceled 0 2 9",
        "canceled  | 1 | 2  | 9  | 6       | ''  | 'failed 0 2 6, canceled 6 9 9'",
        "scheduled | 1 | 2  | '' | 6       | ''  | 'failed 0 2 6, scheduled 6 ? ?'",
        "running   | 2 | 8  | '' | 6       | ''  | 'failed 0 ?~ 6, running 6 8 100'",
        "failed    | 3 | 8  | 9  | 2 5 9   | 1 4 | 'failed 0 1~ 2, failed 2 4~ 5, failed 5 8 9'",
        "queued    | 1 | 2  | '' | ''      | 3   | 'canceled 0 2 ?, queued ? ? ?'",
      })
  void tellsWhatIsKnown(
      String status,
      int attempt,
      String started,
      String finished,
      String failures,
      String logged,
      String spans) {
    Object[] arguments = {status, attempt, started, finished, failures, logged};

    assertThat(page.evaluate(SPANS, arguments)).isEqualTo(spans);
  }
}

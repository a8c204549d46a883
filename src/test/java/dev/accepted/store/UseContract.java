package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers have here, through all that can happen to a job. */
abstract class UseContract extends StoreFixture {

  private static final String OTHER = "other";
  private static final int INPUT = "{\"n\": 1}".length();

  @Test
  void aJobCountsWhileItIsActiveAndItsBytesUntilItIsGone() {
    Job queued = stored(withFile(job("test", 4, null, Map.of()), 1_000));
    stored(job(OTHER, "test", 4, null, Map.of()));
    assertThat(use(OWNER)).isEqualTo(new CallerUse(1, INPUT + 1_000));
    Job running = started(queued);
    ContentInfo result = new ContentInfo("result", "text/plain", 30, "a.txt", "hash");
    ContentInfo file = new ContentInfo("b.csv", "text/csv", 500, "b.csv", "hash");
    Job done = running.succeeded(result, NOW.plusSeconds(2));
    FinishedWork work = new FinishedWork(result, SMALL, List.of(file), List.of());
    assertThat(did(s -> JobStore.succeed(s, done, work))).isTrue();
    assertThat(did(s -> JobStore.succeed(s, done, work))).isFalse();
    assertThat(use(OWNER)).isEqualTo(new CallerUse(0, INPUT + 1_530));
    assertThat(did(s -> JobRemoval.expire(s, done, NOW, NOW))).isTrue();
    assertThat(did(s -> JobRemoval.expire(s, done, NOW, NOW))).isFalse();
    assertThat(use(OWNER)).isEqualTo(CallerUse.NOTHING);
    assertThat(use(OTHER)).isEqualTo(new CallerUse(1, INPUT));
    assertThat(all(s -> s.list("select owner from caller_use", row -> row.text("owner"))))
        .containsExactly(OTHER);
  }

  @Test
  void whoIsLateChangesNothing() {
    Job first = started(plain());
    assertThat(did(s -> JobStore.leaveRunning(s, first.released(NOW)))).isTrue();
    Job second = started(first.released(NOW));
    Job late = first.succeeded(null, NOW);
    assertThat(didLater(s -> JobStore.finishLater(s, late, FinishedWork.NOTHING))).isFalse();
    assertThat(use(OWNER)).isEqualTo(new CallerUse(1, INPUT));
    Job done = second.succeeded(null, NOW);
    assertThat(didLater(s -> JobStore.finishLater(s, done, FinishedWork.NOTHING))).isTrue();
    assertThat(use(OWNER)).isEqualTo(new CallerUse(0, INPUT));
  }

  @Test
  void whatIsCanceledIsNotActiveAndWhatIsRetriedIs() {
    Job queued = plain();
    Job canceled = queued.canceled(NOW);
    assertThat(did(s -> JobStore.leaveIdle(s, queued, canceled))).isTrue();
    assertThat(use(OWNER).active()).isZero();
    Job retried = canceled.retried(NOW);
    assertThat(did(s -> JobStore.leaveIdle(s, canceled, retried))).isTrue();
    assertThat(use(OWNER).active()).isOne();
    Job running = started(retried);
    Job waiting = running.retrying(new AttemptError(1, NOW, "code", "failed"), NOW, NOW);
    assertThat(did(s -> JobStore.leaveRunning(s, waiting))).isTrue();
    assertThat(use(OWNER).active()).isOne();
    assertThat(did(s -> JobRemoval.remove(s, waiting, NOW))).isTrue();
    assertThat(use(OWNER)).isEqualTo(CallerUse.NOTHING);
  }

  @Test
  void whatIsNotCommittedIsNotCounted() {
    Job job = job("test", 4, null, Map.of());
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                database.transaction(
                    session -> {
                      JobStore.insert(session, job, "{}");
                      assertThat(Uses.of(session).now(session, OWNER).active()).isOne();
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(use(OWNER)).isEqualTo(CallerUse.NOTHING);
  }

  /** Whatever a test has done. */
  @AfterEach
  void whatIsKeptIsWhatThereIs() {
    String counted =
        """
        select count(*) as n from (
          select owner, sum(case when finished_at is null then 1 else 0 end) as active, sum(kept_bytes) as bytes
          from job group by owner) as jobs
        right join caller_use on caller_use.owner = jobs.owner
        where coalesce(jobs.active, 0) <> coalesce(caller_use.active, 0)
          or coalesce(jobs.bytes, 0) <> coalesce(caller_use.bytes, 0)
        """;
    assertThat(one(s -> s.first(counted, row -> row.longNumber("n")))).contains(0L);
  }

  private CallerUse use(String owner) {
    return database.read(session -> CallerUse.of(session, owner));
  }

  private static Job withFile(Job job, long length) {
    JobOptions options =
        new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(1), 3, Map.of());
    ContentInfo file = new ContentInfo("input", "text/csv", length, "a.csv", "hash");
    return Job.accepted(job.id(), new Submission(job.owner(), job.type(), NOW, file, options));
  }
}

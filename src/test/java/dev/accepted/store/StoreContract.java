package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.LogLine;
import dev.accepted.job.Progress;
import dev.accepted.job.Submission;
import dev.accepted.job.TraceContext;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every database must do for the store. */
abstract class StoreContract extends StoreFixture {

  @Test
  void aJobComesBackAsItWasStored() {
    Job queued = stored(job("test", 9, null, Map.of("team", "red", "sort", "\u00fc \"x\"")));
    Job later = stored(job("test", 0, NOW.plusSeconds(60), Map.of()));
    Job running = stored(job("test", 4, null, Map.of()).started(NOW));
    assertThat(found(queued)).contains(queued);
    assertThat(found(later)).contains(later);
    assertThat(found(running)).contains(running);
    assertThat(database.<Long>read(s -> JobQueries.countWaiting(s, 10)).longValue()).isEqualTo(2);
  }

  @Test
  void aTraceComesBackWithItsJob() {
    Job plain = job("test", 4, null, Map.of());
    Submission submission = plain.submission();
    TraceContext trace =
        new TraceContext(
            "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01", "a=" + "b".repeat(510));
    Job traced =
        stored(
            Job.accepted(
                plain.id(), new Submission(OWNER, "test", NOW, null, submission.options(), trace)));
    assertThat(found(traced)).contains(traced);
    assertThat(all(s -> JobQueries.ready(s, "test", 1)))
        .singleElement()
        .satisfies(ready -> assertThat(ready.job().submission().trace()).isEqualTo(trace));
  }

  @Test
  void whatIsReadyIsCountedAndTheOldestOfAllPrioritiesIsTold() {
    Job urgent = stored(job("test", 9, NOW.minusSeconds(20), Map.of()));
    stored(job("test", 4, NOW.minusSeconds(50), Map.of()));
    stored(job("test", 4, NOW.minusSeconds(90), Map.of())); // behind the one before it
    stored(job("test", 0, null, Map.of()));
    stored(job("test", 4, NOW.plusSeconds(10), Map.of())); // scheduled
    stored(job("other", 4, NOW.minusSeconds(99), Map.of()));
    assertThat(readyOf("test")).isEqualTo(new ReadyJobs(4, NOW.minusSeconds(50)));
    started(urgent);
    assertThat(readyOf("test").number()).isEqualTo(3);
    assertThat(readyOf("nothing")).isEqualTo(new ReadyJobs(0, null));
  }

  private ReadyJobs readyOf(String type) {
    return database.read(session -> ReadyJobs.of(session, type));
  }

  @Test
  void aTransitionHappensOnce() {
    Job queued = plain();
    Job running = started(queued);
    assertThat(didLater(s -> JobStore.start(s, queued, running))).isFalse();
    Job done = running.succeeded(null, NOW.plusSeconds(2));
    FinishedWork nothing = FinishedWork.NOTHING;
    assertThat(did(s -> JobStore.succeed(s, done, nothing))).isTrue();
    assertThat(did(s -> JobStore.succeed(s, done, nothing))).isFalse();
    assertThat(did(s -> JobStore.leaveRunning(s, done))).isFalse();
    assertThat(found(done)).contains(done);
  }

  @Test
  void whoHasLostTheJobCanDoNothingToIt() {
    Job first = started(plain());
    Job handedBack = first.released(NOW);
    assertThat(did(s -> JobStore.leaveRunning(s, handedBack))).isTrue();
    assertThat(didLater(s -> JobStore.finishLater(s, handedBack, FinishedWork.NOTHING))).isFalse();
    Job second = started(handedBack);
    assertThat(second.state().attempt()).isEqualTo(first.state().attempt());
    Job late = first.succeeded(null, NOW);
    assertThat(did(s -> JobStore.succeed(s, late, FinishedWork.NOTHING))).isFalse();
    assertThat(did(s -> JobRemoval.remove(s, first, NOW))).isFalse();
    assertThat(did(s -> JobStore.requestCancel(s, first.cancelRequested(NOW)))).isFalse();
    assertThat(found(second)).contains(second);
  }

  @Test
  void resultsAndFilesAreKept() {
    Job running = started(plain());
    ContentInfo result = new ContentInfo("result", "text/plain", 3, "a.txt", "hash");
    ContentInfo file = new ContentInfo("b.csv", "text/csv", 5, "b.csv", "hash");
    Job done = running.succeeded(result, NOW.plusSeconds(2));
    FinishedWork work = new FinishedWork(result, SMALL, List.of(file), List.of());
    assertThat(did(s -> JobStore.succeed(s, done, work))).isTrue();
    assertThat(found(done)).contains(done);
    assertThat(one(s -> JobQueries.smallResult(s, done.id())).orElseThrow()).isEqualTo(SMALL);
    assertThat(all(s -> JobQueries.files(s, done.id()))).containsExactly(file);
    assertThat(all(s -> JobQueries.lastDurations(s, 10)))
        .containsExactly(new JobQueries.Took("test", Duration.ofSeconds(1)));
  }

  @Test
  void aSmallResultThatIsNotSmallIsRefused() {
    Job done = started(plain()).succeeded(null, NOW);
    FinishedWork work = new FinishedWork(null, new byte[4097], List.of(), List.of());
    assertThatThrownBy(() -> database.transaction(s -> JobStore.succeed(s, done, work)))
        .isInstanceOf(DatabaseException.class)
        .cause()
        .isInstanceOfSatisfying(
            java.sql.SQLException.class,
            refusal -> assertThat(Failure.of(refusal)).isEqualTo(Failure.REFUSAL));
  }

  @Test
  void everyErrorIsKept() {
    Job running = started(plain());
    Job retrying =
        running.retrying(
            new AttemptError(1, NOW, "code", "it \u2013 failed"), NOW.plusSeconds(10), NOW);
    assertThat(did(s -> JobStore.leaveRunning(s, retrying))).isTrue();
    assertThat(found(retrying)).contains(retrying);
    assertThat(all(s -> JobQueries.awake(s, JobStatus.SCHEDULED, NOW, 10))).isEmpty();
    assertThat(all(s -> JobQueries.awake(s, JobStatus.SCHEDULED, NOW.plusSeconds(10), 10)))
        .containsExactly(retrying);
  }

  @Test
  void progressIsWrittenWithItsLines() {
    Job running = started(plain());
    Job further = running.progressed(new Progress(1, 2, "steps", "half"), NOW.plusSeconds(2));
    LogLine line = new LogLine(1, 1, NOW, "a line");
    database.transaction(
        session -> {
          JobStore.progress(session, new ProgressUpdate(further, "here", List.of(line), true));
          JobStore.progress(session, new ProgressUpdate(further, null, List.of(), false));
          return true;
        });
    assertThat(found(further)).contains(further);
    assertThat(all(s -> JobLog.read(s, further.id(), 0, 10))).containsExactly(line);
    Job released = further.released(NOW);
    database.transaction(s -> JobStore.leaveRunning(s, released));
    assertThat(all(s -> JobQueries.ready(s, "test", 10)))
        .singleElement()
        .satisfies(
            ready -> {
              assertThat(ready.checkpoint()).contains("here");
              assertThat(ready.lastLogNumber()).isEqualTo(1);
              assertThat(ready.input()).isEqualTo("{\"n\": 1}");
            });
  }

  @Test
  void theUrgentAreReadyFirstThenTheOldest() {
    Job usual = plain();
    Job urgent = stored(job("test", 9, null, Map.of()));
    Job alsoUrgent = stored(job("test", 9, null, Map.of()));
    stored(job("other", 9, null, Map.of()));
    assertThat(all(s -> JobQueries.ready(s, "test", 10)))
        .extracting(ClaimedJob::job)
        .containsExactly(urgent, alsoUrgent, usual);
    assertThat(all(s -> JobQueries.ready(s, "test", 1))).hasSize(1);
  }

  @Test
  void whatIsRemovedIsGoneAndWhatExpiresLeavesATombstone() {
    Job queued = stored(job("test", 4, null, Map.of("a", "b")));
    assertThat(did(s -> JobRemoval.remove(s, queued, NOW))).isTrue();
    assertThat(found(queued)).isEmpty();
    Job canceled = plain();
    Job ended = canceled.canceled(NOW);
    assertThat(did(s -> JobStore.leaveIdle(s, canceled, ended))).isTrue();
    Instant purge = NOW.plusSeconds(100);
    assertThat(did(s -> JobRemoval.expire(s, ended, NOW, purge))).isTrue();
    assertThat(found(ended)).isEmpty();
    assertThat(one(s -> Tombstones.find(s, ended.id())))
        .hasValueSatisfying(left -> assertThat(left.status()).isEqualTo(JobStatus.CANCELED));
    assertThat(count(s -> Tombstones.purge(s, NOW, 10))).isZero();
    assertThat(count(s -> Tombstones.purge(s, purge, 10))).isOne();
  }

  @Test
  void idempotencyKeysLiveForTheirTime() {
    Job job = plain();
    Instant end = NOW.plusSeconds(10);
    database.transaction(
        session -> {
          IdempotencyKeys.keep(session, job, "key", "print", end);
          return true;
        });
    assertThat(one(s -> IdempotencyKeys.find(s, OWNER, "key", NOW)))
        .hasValueSatisfying(kept -> assertThat(kept.job()).isEqualTo(job.id()));
    assertThat(one(s -> IdempotencyKeys.find(s, "another", "key", NOW))).isEmpty();
    assertThat(one(s -> IdempotencyKeys.find(s, OWNER, "key", end))).isEmpty();
    assertThat(count(s -> IdempotencyKeys.purge(s, end, 10))).isOne();
  }

  /** In one statement with all of them, H2 took more than eight seconds for this. */
  @Test
  void aThousandKeysOfManyGoBeforeAnybodyHasWaitedLong() {
    Job job = plain();
    database.transaction(
        session -> {
          for (int key = 0; key < 10_000; key++) {
            IdempotencyKeys.keep(session, job, "key" + key, "print", NOW);
          }
          return true;
        });

    int dropped =
        assertTimeout(
            Duration.ofSeconds(5), () -> count(s -> IdempotencyKeys.purge(s, NOW, 1_000)));

    assertThat(dropped).isEqualTo(1_000);
  }
}

package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobState;
import dev.accepted.job.LogLine;
import dev.accepted.job.Owners;
import dev.accepted.job.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the journal promises, on either database. */
abstract class JournalContract extends StoreFixture {

  private static final Progress HALF = new Progress(1, 2, "steps", "half");
  private static final ContentInfo RESULT = new ContentInfo("result", "text/plain", 3, "a", "h");

  @Test
  void eachTransitionIsAnEntryWithTheJobAsItWas() {
    Job queued = stored(job("test", 4, null, Map.of("a", "b")));
    Job running = started(queued);
    Job failed =
        running.retrying(
            new AttemptError(1, NOW.plusSeconds(2), "code", "it failed"),
            NOW.plusSeconds(10),
            NOW.plusSeconds(2));
    assertThat(did(s -> JobStore.leaveRunning(s, failed))).isTrue();
    Job due = failed.due(NOW.plusSeconds(10));
    assertThat(did(s -> JobStore.leaveIdle(s, failed, due))).isTrue();
    Job again = started(due);
    Job done = again.succeeded(RESULT, NOW.plusSeconds(12));
    FinishedWork work = new FinishedWork(RESULT, SMALL, List.of(), List.of());
    assertThat(did(s -> JobStore.succeed(s, done, work))).isTrue();

    List<JournalEntry> entries = entries();
    assertThat(entries)
        .extracting(JournalEntry::kind)
        .containsExactly(
            Kind.QUEUED, Kind.STARTED, Kind.RETRYING, Kind.QUEUED, Kind.STARTED, Kind.SUCCEEDED);
    assertThat(entries)
        .extracting(entry -> told(entry.job()))
        .containsExactly(
            told(queued), told(running), told(failed), told(due), told(again), told(done));
    assertThat(entries).extracting(JournalEntry::number).isSorted().doesNotHaveDuplicates();
  }

  /** All that a representation shows of a job. */
  private static Job told(Job job) {
    var state = job.state();
    return new Job(
        job.id(),
        job.submission(),
        new JobState(
            state.status(),
            state.attempt(),
            state.maxAttempts(),
            0,
            0,
            state.updatedAt(),
            state.startedAt(),
            state.finishedAt(),
            state.runAt(),
            state.cancelRequestedAt(),
            state.expiresAt(),
            state.progress(),
            state.errors(),
            state.result()));
  }

  @Test
  void aJobThatStartsAtOnceHasTwoNumbers() {
    Job running = stored(job("test", 4, null, Map.of()).started(NOW));
    JournalEntry only = entries().get(0);
    assertThat(only.kind()).isEqualTo(Kind.STARTED);
    assertThat(only.numbers()).isEqualTo(2);
    assertThat(only.first()).isEqualTo(only.number() - 1);
    assertThat(told(only.job())).isEqualTo(told(running));
  }

  @Test
  void whatDidNotHappenIsNoEntry() {
    Job queued = plain();
    Job running = started(queued);
    assertThat(didLater(s -> JobStore.start(s, queued, running))).isFalse();
    Job lost = running.released(NOW);
    assertThat(did(s -> JobStore.leaveRunning(s, lost))).isTrue();
    Job late = running.succeeded(null, NOW);
    assertThat(didLater(s -> JobStore.finishLater(s, late, FinishedWork.NOTHING))).isFalse();
    assertThat(entries())
        .extracting(JournalEntry::kind)
        .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.QUEUED);
  }

  @Test
  void whatIsLoggedComesBeforeTheEnd() {
    Job running = started(plain());
    List<LogLine> lines = List.of(new LogLine(1, 1, NOW, "one \u20ac"), new LogLine(2, 1, NOW, ""));
    Job half = running.progressed(HALF, NOW.plusSeconds(2));
    database.transaction(
        session -> {
          JobStore.progress(session, new ProgressUpdate(half, null, lines, true));
          return true;
        });
    Job failed = half.failed(new AttemptError(1, NOW.plusSeconds(3), "c", "m"), NOW.plusSeconds(3));
    List<LogLine> last = List.of(new LogLine(3, 1, NOW, "the last"));
    assertThat(did(s -> JobStore.leaveRunning(s, failed, FinishedWork.NOTHING.saying(last))))
        .isTrue();

    List<JournalEntry> entries = entries();
    assertThat(entries)
        .extracting(JournalEntry::kind)
        .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.LOG, Kind.PROGRESS, Kind.LOG, Kind.FAILED);
    assertThat(entries.get(2).lines()).isEqualTo(lines);
    assertThat(entries.get(2).numbers()).isEqualTo(2);
    assertThat(entries.get(3).job().state().progress()).isEqualTo(HALF);
    assertThat(entries.get(3).first()).isEqualTo(entries.get(2).number() + 1);
    assertThat(entries.get(4).lines()).isEqualTo(last);
    assertThat(all(s -> JobLog.read(s, running.id(), 2, 10))).isEqualTo(last);
  }

  @Test
  void whatIsRemovedIsCanceledFirst() {
    Job running = started(plain());
    assertThat(did(s -> JobRemoval.remove(s, running, NOW.plusSeconds(5)))).isTrue();
    List<JournalEntry> entries = entries();
    assertThat(entries)
        .extracting(JournalEntry::kind)
        .containsExactly(Kind.QUEUED, Kind.STARTED, Kind.CANCELED, Kind.REMOVED);
    assertThat(entries.get(2).job().state().finishedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(entries).allMatch(entry -> entry.job().owner().equals(OWNER));
    assertThat(entries.get(3).at()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void itIsReadByJobAndByOwnerAPageAtATime() {
    Job first = plain();
    Job second = plain();
    started(first);
    started(second);
    List<JournalEntry> all = entries();
    long most = all.get(3).number();
    assertThat(all(s -> JournalQueries.ofJob(s, second.id(), 0, most, 10)))
        .containsExactly(all.get(1), all.get(3));
    assertThat(all(s -> JournalQueries.of(s, new Owners.Only(OWNER), all.get(0).number(), most, 2)))
        .containsExactly(all.get(1), all.get(2));
    assertThat(all(s -> JournalQueries.of(s, new Owners.Only("another"), 0, most, 10))).isEmpty();
    assertThat(all(s -> JournalQueries.of(s, Owners.NONE, 0, most, 10))).isEmpty();
    assertThat(all(s -> JournalQueries.of(s, Owners.ALL, all.get(0).number(), most, 2)))
        .containsExactly(all.get(1), all.get(2));
    assertThat(all(s -> JournalQueries.between(s, 0, all.get(1).number(), 10))).hasSize(2);
  }

  @Test
  void aTenantsEventsAreThoseOfAllItsOwners() {
    Job one = stored(job("acme/one"));
    stored(job("acme"));
    stored(job("acmes/three"));
    Job four = stored(job("acme/four"));
    long most = all(s -> JournalQueries.between(s, 0, Long.MAX_VALUE, 10)).get(3).number();
    assertThat(all(s -> JournalQueries.of(s, new Owners.OfTenant("acme"), 0, most, 10)))
        .extracting(entry -> entry.job().id())
        .containsExactly(one.id(), four.id());
  }

  @Test
  void itIsPrunedButForTheLast() {
    for (int i = 0; i < 5; i++) {
      plain();
    }
    long newest = newest();
    assertThat(prune(newest, 3)).isEqualTo(3);
    assertThat(prune(newest, 3)).isEqualTo(1);
    assertThat(prune(newest, 3)).isZero();
    assertThat(newest()).isEqualTo(newest);
    assertThat(database.<Long>read(JournalQueries::oldest)).isEqualTo(newest);
    plain();
    assertThat(newest()).isGreaterThan(newest);
  }

  private int prune(long upTo, int limit) {
    return database.transaction(session -> JournalQueries.prune(session, upTo, limit));
  }

  private long newest() {
    return database.read(JournalQueries::newest);
  }

  List<JournalEntry> entries() {
    return all(session -> JournalQueries.between(session, 0, Long.MAX_VALUE, 100));
  }
}

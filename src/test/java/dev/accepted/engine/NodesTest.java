package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Progress;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.JobQueries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one PostgreSQL: it makes no difference which is asked, nor which does the work.
 */
class NodesTest extends TwoNodes {

  @Test
  void whatOneAcceptsAndHasNoSlotForTheOtherRuns() throws Exception {
    Job first = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");

    Job second = one.submit("test", "quick");

    assertThat(nextPlayed()).isEqualTo("other");
    // Whoever waits at the one hears of what the other did.
    assertThat(one.await(second.id(), JobStatus.SUCCEEDED).state().attempt()).isEqualTo(1);
    assertThat(other.await(first.id(), JobStatus.RUNNING).state().claim()).isEqualTo(1);
  }

  @Test
  void progressIsSeenByAll() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "tell",
                context -> {
                  context.progress(new Progress(3, 10, "rows", null));
                  told.countDown();
                  free.join();
                });
    other.close();
    other = new EngineFixture(Settings.in(folder), clock, TestPostgres.connect(url), type);
    settle(other);
    Job blocking = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    Job job = other.submit("test", "tell");
    told.await();
    one.find(job.id());
    other.pass(Duration.ofSeconds(1));

    assertThat(one.await(job.id(), seen -> seen.state().progress().done() == 3).status())
        .isEqualTo(JobStatus.RUNNING);
    assertThat(one.find(blocking.id()).status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void whatADatabaseWillNotHaveInATextIsLeftOut() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "tell",
                context -> {
                  context.log("a\u0000b");
                  context.progress(new Progress(1, 2, "r\u0000", "c\u0000d\ne"));
                });
    one.close();
    other.close();
    other = new EngineFixture(Settings.in(folder), clock, TestPostgres.connect(url), type);
    settle(other);
    Job done = other.await(other.submit("test", "tell").id(), JobStatus.SUCCEEDED);

    assertThat(stored(done).state().progress()).isEqualTo(new Progress(1, 2, "r ", "c d e"));
    assertThat(other.service().log(done.id(), 0, 1).get(0).text()).isEqualTo("a b");
  }

  @Test
  void eachMayBeAskedToCancelWhatTheOtherRuns() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);

    other.service().cancel(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR);

    assertThat(nextPlayed()).isEqualTo("one stopped");
    other.await(job.id(), JobStatus.CANCELED);
    one.await(job.id(), JobStatus.CANCELED);
  }

  @Test
  void eachMayBeAskedToRemoveWhatTheOtherRuns() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");

    Lookup removed =
        other
            .service()
            .remove(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
            .toCompletableFuture()
            .get();

    assertThat(removed).isInstanceOf(Lookup.Found.class);
    assertThat(nextPlayed()).isEqualTo("one stopped");
    assertThat(one.service().find(EngineFixture.OWNERS, job.id()))
        .isInstanceOf(Lookup.Unknown.class);
    assertThat(other.service().find(EngineFixture.OWNERS, job.id()))
        .isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void aServerThatStopsLeavesItsJobsToTheOther() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");

    one.close();

    assertThat(nextPlayed()).isEqualTo("one stopped");
    assertThat(nextPlayed()).isEqualTo("other");
    assertThat(other.await(job.id(), JobStatus.RUNNING).state().attempt()).isEqualTo(1);
    one = node("one");
  }

  @Test
  void aKeyStandsForOneJobWhicheverServerItReaches() throws Exception {
    for (int round = 0; round < 20; round++) {
      NewJob keyed = keyed("quick", "key-" + round);
      List<CompletableFuture<Job>> both =
          List.of(
              one.service().submit(keyed).toCompletableFuture(),
              other.service().submit(keyed).toCompletableFuture());
      Job first = both.get(0).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Job second = both.get(1).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(first.id()).isEqualTo(second.id());
      one.await(first.id(), JobStatus.SUCCEEDED);
    }
    assertThat(played).hasSize(20);
  }

  @Test
  void aTypeIsPausedAndResumedOnAll() throws Exception {
    one.service()
        .pause("test", EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    Job waiting = one.submit("test", "quick");
    assertThat(one.find(waiting.id()).status()).isEqualTo(JobStatus.QUEUED);
    one.close();
    one = node("one");
    awaitListening();
    assertThat(one.service().pausedSince("test")).contains(clock.instant());
    Job also = one.submit("test", "quick");
    one.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));
    other.engine.everyTenSeconds().join();
    assertThat(stored(waiting).status()).isEqualTo(JobStatus.QUEUED);

    other
        .service()
        .resume("test", EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);

    one.await(waiting.id(), JobStatus.SUCCEEDED);
    one.await(also.id(), JobStatus.SUCCEEDED);
    assertThat(other.service().pausedSince("test")).isEmpty();
  }

  @Test
  void aRemovalThatMeetsAnotherServersChangeRemovesAllTheSame() throws Exception {
    one.service()
        .pause("test", EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    Job job = one.submit("test", "quick");
    CompletableFuture<Lookup> removal =
        one.database.transaction(
            session -> {
              session.update(
                  "update job set status = 'scheduled', wake_at = submitted_at where id = ?",
                  job.id().value());
              CompletableFuture<Lookup> under =
                  other
                      .service()
                      .remove(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
                      .toCompletableFuture();
              awaitLock();
              return under;
            });

    assertThat(removal.get(20, TimeUnit.SECONDS)).isInstanceOf(Lookup.Found.class);
    Optional<Job> left = one.database.read(session -> JobQueries.find(session, job.id()));
    assertThat(left).isEmpty();
  }

  private void awaitLock() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (waitingForLocks() == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private int waitingForLocks() {
    return other.database.read(
        session ->
            session
                .first(
                    "select count(*)::integer as waiting from pg_locks where not granted",
                    row -> row.number("waiting"))
                .orElse(0));
  }
}

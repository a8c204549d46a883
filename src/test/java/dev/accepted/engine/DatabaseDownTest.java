package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.AuditFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that breaks its connections or lets nobody in, and is back a moment later. */
class DatabaseDownTest extends TwoNodes {

  @Test
  void whatHasAKeyIsTurnedAwayWhileTheStoreIsDown() {
    NewJob keyed = keyed("quick", "key");
    other.database.close();

    assertThatThrownBy(() -> other.service().submit(keyed)).isInstanceOf(Refusal.StoreDown.class);
  }

  @Test
  void whatCanNotBeToldIsNotToBeDone() throws Exception {
    Job job = one.submit("test", "quick");
    Act act = Act.on(one.await(job.id(), JobStatus.SUCCEEDED), ActKind.LINK_CREATED);
    TestPostgres.shut(url);

    assertThat(one.service().audit().tell(EngineFixture.ACTOR, act))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(Refusal.StoreDown.class);

    TestPostgres.open(url);
    awaitStore();
    assertThat(one.service().audit().list(AuditFilter.ALL, 10, Optional.empty())).isEmpty();
  }

  @Test
  void connectionsThatBreakAreMadeAnewAndNothingThatWasHeardOfIsMissed() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    CompletableFuture<Void> seen =
        CompletableFuture.runAsync(
            () -> {
              try {
                other.await(job.id(), JobStatus.CANCELED);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    breakAll();

    assertThat(one.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    one.service()
        .cancel(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    assertThat(nextPlayed()).isEqualTo("one stopped");
    while (!seen.isDone()) {
      other.pass(Duration.ofMillis(100));
    }
    assertThat(seen).isCompleted();
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.CANCELED);
  }

  @Test
  void whileTheDatabaseIsDownWhatIsKnownIsAnsweredAndNothingIsAccepted() throws Exception {
    Job known = one.submit("test", "quick");
    one.await(known.id(), JobStatus.SUCCEEDED);
    Job unknown = other.submit("test", "quick");
    other.await(unknown.id(), JobStatus.SUCCEEDED);

    TestPostgres.shut(url);

    assertThatThrownBy(() -> one.submit("test", "quick"))
        .hasCauseInstanceOf(Refusal.StoreDown.class);
    assertThat(one.find(known.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThatThrownBy(() -> one.find(unknown.id())).isInstanceOf(Refusal.StoreDown.class);
    assertThat(one.engine.renewLease()).isFalse();

    TestPostgres.open(url);

    awaitStore();
    assertThat(one.find(unknown.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(one.engine.renewLease()).isTrue();
    Job after = one.submit("test", "quick");
    assertThat(one.await(after.id(), JobStatus.SUCCEEDED).state().attempt()).isEqualTo(1);
  }

  /** Bounded by the pool's own patience: two seconds, and half a one before it is asked again. */
  private void awaitStore() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!storeAnswers()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private boolean storeAnswers() {
    try {
      return one.database.read(
          session -> session.first("select 1 as one", row -> row.number("one")).isPresent());
    } catch (DatabaseException down) {
      return false;
    }
  }

  @Test
  void whatRunsWhileTheDatabaseIsDownIsFinishedWhenItIsBack() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    TestPostgres.shut(url);
    free.complete(null);
    assertThatThrownBy(() -> one.submit("test", "quick"))
        .hasCauseInstanceOf(Refusal.StoreDown.class);
    TestPostgres.open(url);
    awaitStore();
    other.pass(Duration.ofSeconds(1));
    one.pass(Duration.ofSeconds(1));

    Job done = one.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(done.state().attempt()).isEqualTo(1);
    assertThat(stored(job).status()).isEqualTo(JobStatus.SUCCEEDED);
  }

  private void breakAll() {
    one.database.read(
        session ->
            session.list(
                """
                select pg_terminate_backend(pid) as done from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """,
                row -> true));
  }
}

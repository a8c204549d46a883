package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStatus;
import dev.accepted.job.JobStopped;
import dev.accepted.job.Progress;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.JobQueries;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL: it makes no difference which is asked, nor which does the work.
 */
class NodesTest {

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final BlockingQueue<String> played = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> free = new CompletableFuture<>();
  private final String url = TestPostgres.url();
  private EngineFixture one;
  private EngineFixture other;

  @BeforeEach
  void start() throws Exception {
    one = node("one");
    other = node("other");
  }

  private EngineFixture node(String name) throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("quick", context -> played.add(name))
            .act("wait", context -> wait(name, context))
            .act("deaf", context -> beDeaf(name));
    return new EngineFixture(Settings.in(folder), clock, TestPostgres.connect(url), type);
  }

  private void wait(String name, JobContext context) throws Exception {
    played.add(name);
    try {
      context.pause(Duration.ofDays(1));
    } catch (JobStopped | InterruptedException stopped) {
      played.add(name + " stopped");
      throw stopped;
    }
  }

  private void beDeaf(String name) {
    played.add(name);
    free.join();
  }

  private String nextPlayed() throws Exception {
    return played.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    free.complete(null);
    one.close();
    other.close();
  }

  /** As if that server had not shown itself for long; it doesn't know. */
  private void freeze(EngineFixture node) {
    node.database.transaction(
        session ->
            session.update(
                "update node set lease_until = clock_timestamp() - interval '1 second' where id = ?",
                session.node()));
  }

  /** As if that server had been there for long. */
  private void steady(EngineFixture node) {
    node.database.transaction(
        session ->
            session.update(
                "update node set steady_since = clock_timestamp() - interval '1 hour' where id = ?",
                session.node()));
  }

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
    Job done = other.await(other.submit("test", "tell").id(), JobStatus.SUCCEEDED);

    assertThat(stored(done).state().progress()).isEqualTo(new Progress(1, 2, "r ", "c d e"));
    assertThat(other.service().log(done.id(), 0, 1).get(0).text()).isEqualTo("a b");
  }

  @Test
  void eachMayBeAskedToCancelWhatTheOtherRuns() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);

    other.service().cancel(OWNER, job.id());

    assertThat(nextPlayed()).isEqualTo("one stopped");
    other.await(job.id(), JobStatus.CANCELED);
    one.await(job.id(), JobStatus.CANCELED);
  }

  @Test
  void eachMayBeAskedToRemoveWhatTheOtherRuns() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");

    Lookup removed = other.service().remove(OWNER, job.id()).toCompletableFuture().get();

    assertThat(removed).isInstanceOf(Lookup.Found.class);
    assertThat(nextPlayed()).isEqualTo("one stopped");
    assertThat(one.service().find(OWNER, job.id())).isInstanceOf(Lookup.Unknown.class);
    assertThat(other.service().find(OWNER, job.id())).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void whatAFrozenServerHeldTheOtherTakesOver() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);

    other.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));

    assertThat(nextPlayed()).isEqualTo("other");
    free.complete(null);
    Job done = other.await(job.id(), JobStatus.SUCCEEDED);
    assertThat(done.state().attempt()).isEqualTo(2);
    assertThat(done.state().errors()).extracting(AttemptError::code).containsExactly("interrupted");
    assertThat(one.await(job.id(), JobStatus.SUCCEEDED).state().claim()).isEqualTo(2);
  }

  @Test
  void aServerTakenForDeadStopsWhatItLostAndGoesOn() throws Exception {
    Job job = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);
    other.pass(Duration.ofSeconds(1));

    assertThat(nextPlayed()).isEqualTo("one stopped");
    other.pass(Duration.ofSeconds(1));
    assertThat(nextPlayed()).isEqualTo("other");
    assertThat(one.engine.renewLease()).isTrue();
    Job next = one.submit("test", "quick");
    assertThat(nextPlayed()).isEqualTo("one");
    one.await(next.id(), JobStatus.SUCCEEDED);
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void whatIsFinishedBeforeTheRescueStaysFinished() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    steady(other);
    free.complete(null);
    one.await(job.id(), JobStatus.SUCCEEDED);

    other.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));

    assertThat(other.find(job.id()).state().attempt()).isEqualTo(1);
    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(played).isEmpty();
  }

  @Test
  void afterAnOutageNobodyIsTakenForDeadBeforeAllHadTimeToShowThemselves() throws Exception {
    Job job = one.submit("test", "deaf");
    assertThat(nextPlayed()).isEqualTo("one");
    freeze(one);
    freeze(other);
    other.engine.renewLease();

    other.pass(Duration.ofSeconds(1));

    assertThat(other.find(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(one.engine.renewLease()).isTrue();
    free.complete(null);
    assertThat(one.await(job.id(), JobStatus.SUCCEEDED).state().attempt()).isEqualTo(1);
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
      NewJob keyed =
          new NewJob(
              OWNER,
              "test",
              Json.createObjectBuilder().add("act", "quick").build(),
              null,
              RequestedOptions.NONE,
              "key-" + round);
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
  void whatHasAKeyIsTurnedAwayWhileTheStoreIsDown() {
    NewJob keyed =
        new NewJob(
            OWNER,
            "test",
            Json.createObjectBuilder().add("act", "quick").build(),
            null,
            RequestedOptions.NONE,
            "key");
    other.database.close();

    assertThatThrownBy(() -> other.service().submit(keyed)).isInstanceOf(Refusal.StoreDown.class);
  }

  @Test
  void whatIsStoredAsRunningButIsNotIsHandedBack() throws Exception {
    Job busy = one.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("one");
    Job also = other.submit("test", "wait");
    assertThat(nextPlayed()).isEqualTo("other");
    Job queued = one.submit("test", "quick");
    one.database.transaction(
        session ->
            session.update(
                """
                update job set status = 'running', attempt = 1, claim = 1, node = ? where id = ? and status = 'queued'
                """,
                session.node(),
                queued.id().value()));

    one.pass(Duration.ofSeconds(1));
    assertThat(stored(queued).status()).isEqualTo(JobStatus.RUNNING);
    one.pass(Duration.ofSeconds(1));

    assertThat(stored(queued).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(stored(queued).state().attempt()).isZero();
    assertThat(stored(busy).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(stored(also).status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void aTypeIsPausedAndResumedOnAll() throws Exception {
    one.service().pause("test").toCompletableFuture().get(5, TimeUnit.SECONDS);
    Job waiting = one.submit("test", "quick");
    assertThat(one.find(waiting.id()).status()).isEqualTo(JobStatus.QUEUED);
    one.close();
    one = node("one");
    assertThat(one.service().pausedSince("test")).contains(clock.instant());
    Job also = one.submit("test", "quick");
    one.pass(Duration.ofSeconds(1));
    other.pass(Duration.ofSeconds(1));
    other.engine.everyTenSeconds().join();
    assertThat(stored(waiting).status()).isEqualTo(JobStatus.QUEUED);

    other.service().resume("test").toCompletableFuture().get(5, TimeUnit.SECONDS);

    one.await(waiting.id(), JobStatus.SUCCEEDED);
    one.await(also.id(), JobStatus.SUCCEEDED);
    assertThat(other.service().pausedSince("test")).isEmpty();
  }

  @Test
  void aRemovalThatMeetsAnotherServersChangeRemovesAllTheSame() throws Exception {
    one.service().pause("test").toCompletableFuture().get(5, TimeUnit.SECONDS);
    Job job = one.submit("test", "quick");
    CompletableFuture<Lookup> removal =
        one.database.transaction(
            session -> {
              session.update(
                  "update job set status = 'scheduled', wake_at = submitted_at where id = ?",
                  job.id().value());
              CompletableFuture<Lookup> under =
                  other.service().remove(OWNER, job.id()).toCompletableFuture();
              awaitLock();
              return under;
            });

    assertThat(removal.get(5, TimeUnit.SECONDS)).isInstanceOf(Lookup.Found.class);
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

  private Job stored(Job job) {
    return other.database.read(session -> JobQueries.find(session, job.id())).orElseThrow();
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
    one.service().cancel(OWNER, job.id()).toCompletableFuture().get(5, TimeUnit.SECONDS);
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

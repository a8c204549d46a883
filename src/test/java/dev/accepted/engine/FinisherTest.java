package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.engine.intake.JobIds;
import dev.accepted.engine.pace.TypeDurations;
import dev.accepted.events.JobEvents;
import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobStatus;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.SettableClock;
import dev.accepted.job.Submission;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.Migrations;
import dev.accepted.sql.Session;
import dev.accepted.store.CommitListener;
import dev.accepted.store.FinishedWork;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import dev.accepted.store.Outbox;
import dev.accepted.store.StoreRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endings that the store does not take. */
class FinisherTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final JobEvents events = new JobEvents(Runnable::run);
  private EmbeddedDatabase database;
  private GroupCommit writer;
  private Finisher finisher;
  private Job running;

  @BeforeEach
  void startJob() {
    database = EmbeddedDatabase.open(folder.resolve("jobs"), false, 4, false);
    Migrations.run(database, "db/jobs");
    writer =
        new GroupCommit(
            database, Thread::new, CommitListener.NONE, EngineObserver.NONE, Outbox.NONE);
    Transitions transitions =
        new Transitions(
            new LiveJobs(),
            events,
            new Backlog(10, 0),
            EngineObserver.NONE,
            new ActivityCounts(clock));
    finisher = new Finisher(writer, transitions, new TypeDurations());
    running = insert(queued().started(clock.instant()));
  }

  private Job queued() {
    JobOptions options =
        new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of());
    return Job.accepted(
        new JobIds(clock).next(), new Submission("me", "test", clock.instant(), null, options));
  }

  private Job insert(Job job) {
    return database.transaction(
        session -> {
          JobStore.insert(session, job, "{}");
          return job;
        });
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private CompletableFuture<Boolean> finish(Job job, Ending ending) {
    return finisher.finish(job, ending, List.of(), () -> {});
  }

  private Ending succeeded(String mediaType) {
    ContentInfo result = new ContentInfo("result", mediaType, 1, null, "digest");
    return Ending.succeeded(
        new FinishedWork(result, new byte[] {'x'}, List.of(), List.of()), clock.instant());
  }

  private Job stored(Job job) {
    return database.read(session -> JobQueries.find(session, job.id())).orElseThrow();
  }

  private int change(String sql) {
    return database.transaction(session -> session.update(sql));
  }

  @Test
  void anEndingThatIsRefusedFailsTheJob() {
    Job further = running.progressed(new Progress(7, 9, "u".repeat(41), "m"), clock.instant());

    assertThat(finish(further, succeeded("x".repeat(201))))
        .succeedsWithin(PATIENCE)
        .isEqualTo(true);

    assertThat(finisher.runOnce()).isZero();
    Job failed = stored(running);
    assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
    assertThat(failed.state().result()).isNull();
    assertThat(failed.state().progress()).isEqualTo(new Progress(7, 9, null, null));
    assertThat(failed.state().errors())
        .containsExactly(
            new AttemptError(
                1,
                clock.instant(),
                "store-refused",
                "How this attempt ended could not be stored; the server's log has the reason."));
  }

  @Test
  void ifEvenThatIsRefusedItIsGivenUp() {
    change("alter table job add constraint endless check (status <> 'failed')");

    assertThat(finish(running, succeeded("x".repeat(201))))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(StoreRefused.class);

    assertThat(finisher.runOnce()).isZero();
    assertThat(stored(running).status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void anEndingIsKeptWhileTheStoreCanNotBeUsed() throws Exception {
    CompletableFuture<Boolean> finished;
    try (Session other = database.open()) {
      other.update("update job set priority = 5"); // holds the row until it is rolled back
      finished = finish(running, succeeded("text/plain"));
      assertThat(writer.write(session -> true)).succeedsWithin(PATIENCE);
      assertThat(finished).isNotDone();
      other.connection().rollback();
    }
    assertThat(finisher.runOnce()).isEqualTo(1);
    assertThat(finished).succeedsWithin(PATIENCE).isEqualTo(true);
    assertThat(stored(running).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(finisher.runOnce()).isZero();
  }

  /** A client may have a job retried for ever. */
  @Test
  void howManyTimesItFailedIsNoReasonToRefuse() {
    PermanentFailure failure = new PermanentFailure("wrong", "\u0001".repeat(5_000));
    Job job = queued().started(clock.instant());
    for (int i = 1; i < 120; i++) {
      job = failed(job, failure).change().apply(job);
      job = job.retried(clock.instant()).started(clock.instant());
    }
    insert(job);

    assertThat(finish(job, failed(job, failure))).succeedsWithin(PATIENCE).isEqualTo(true);

    List<AttemptError> errors = stored(job).state().errors();
    assertThat(errors).hasSize(100).allMatch(error -> error.message().length() == 1_000);
    assertThat(errors.get(99).code()).isEqualTo("wrong");
    assertThat(errors.get(99).attempt()).isEqualTo(120);
  }

  private Ending failed(Job job, PermanentFailure failure) {
    return Ending.failed(job, failure, RetryPolicy.STANDARD, 0, clock.instant());
  }
}

package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.LogLine;
import dev.accepted.job.Progress;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.EmbeddedDatabase;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server finds when it starts anew on the store of another. */
class RestartTest {

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  private EngineFixture start(ScriptedType type) throws Exception {
    return new EngineFixture(Settings.in(folder), clock, type);
  }

  @Test
  void aJobHandedBackGoesOnWhereItStoppedAndLosesNoAttempt() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    ScriptedType before =
        new ScriptedType("test", 1)
            .act(
                "long",
                context -> {
                  context.checkpoint("row 7");
                  context.log("before");
                  context.progress(new Progress(7, 10, "rows", null));
                  told.countDown();
                  context.pause(Duration.ofDays(1));
                });
    JobId id;
    try (EngineFixture first = start(before)) {
      id = first.submit("test", "long").id();
      told.await();
      first.engine.everySecond().get();
    }
    ScriptedType after =
        new ScriptedType("test", 1)
            .act(
                "long",
                context -> {
                  context.log("after");
                  context.progress(0, 1, "x", context.checkpoint().orElse("no checkpoint"));
                });
    try (EngineFixture second = start(after)) {
      Job done = second.await(id, JobStatus.SUCCEEDED);
      assertThat(done.state().attempt()).isEqualTo(1);
      assertThat(done.state().claim()).isEqualTo(2);
      assertThat(done.state().progress().message()).isEqualTo("row 7");
      // The lines of a handed-back attempt stay, and the next one's numbers follow theirs.
      assertThat(second.service().log(id, 0, 10))
          .extracting(LogLine::text)
          .containsExactly("before", "after");
      assertThat(done.state().errors()).isEmpty();
    }
  }

  @Test
  void aJobCutOffIsTriedAgainAndItsCheckpointIsThere() throws Exception {
    JobId id = leaveRunning();
    CountDownLatch done = new CountDownLatch(1);
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "long",
                context -> {
                  assertThat(context.attempt()).isEqualTo(2);
                  done.countDown();
                });
    try (EngineFixture fixture = start(type)) {
      fixture.pass(Duration.ofSeconds(1));
      done.await();
      Job job = fixture.await(id, JobStatus.SUCCEEDED);
      assertThat(job.state().errors())
          .extracting(AttemptError::code)
          .containsExactly("interrupted");
    }
  }

  @Test
  void aJobThatTakesItsServerDownAgainAndAgainIsGivenUp() throws Exception {
    JobId id = leaveRunning();
    leaveRunning(id, 1);
    try (EngineFixture second = start(new ScriptedType("test", 1))) {
      assertThat(second.find(id).state().runAt()).isEqualTo(clock.instant());
    }
    leaveRunning(id, 2);
    try (EngineFixture third = start(new ScriptedType("test", 1))) {
      assertThat(third.find(id).state().runAt()).isAfter(clock.instant());
    }
    leaveRunning(id, 3);
    try (EngineFixture last = start(new ScriptedType("test", 1))) {
      Job givenUp = last.find(id);
      assertThat(givenUp.status()).isEqualTo(JobStatus.FAILED);
      assertThat(givenUp.state().errors())
          .extracting(AttemptError::code)
          .containsOnly("interrupted");
      assertThat(givenUp.state().errors().get(2).message())
          .isEqualTo("The server stopped during this attempt, the last of 3: the job is given up.");
    }
  }

  private void leaveRunning(JobId id, int attempt) {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.open(folder.resolve("jobs"), false, 2, false)) {
      database.transaction(
          session ->
              session.update(
                  """
                  update job set status = 'running', wake_at = null, attempt = ? where id = ?
                  """,
                  attempt,
                  id.value()));
    }
  }

  /** A row as a killed server leaves it. */
  private JobId leaveRunning() throws Exception {
    JobId id;
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType type = new ScriptedType("test", 1).act("long", context -> free.await());
    EngineFixture fixture = start(type);
    id = fixture.submit("test", "long").id();
    fixture.await(id, JobStatus.RUNNING);
    fixture.close();
    try (EmbeddedDatabase database =
        EmbeddedDatabase.open(folder.resolve("jobs"), false, 2, false)) {
      int rows =
          database.transaction(
              session ->
                  session.update(
                      """
                      update job set status = 'running', attempt = 1 where id = ? and status = 'queued'
                      """,
                      id.value()));
      assertThat(rows).isEqualTo(1);
    }
    return id;
  }

  @Test
  void whatWasQueuedRunsAndAnIdempotencyKeyIsRemembered() throws Exception {
    ScriptedType blocked =
        new ScriptedType("test", 1)
            .act("long", context -> context.pause(Duration.ofDays(1)))
            .act("short", context -> {});
    NewJob keyed =
        new NewJob(
            EngineFixture.OWNER,
            "test",
            Json.createObjectBuilder().add("act", "short").build(),
            null,
            RequestedOptions.NONE,
            "key-1");
    JobId id;
    try (EngineFixture first = start(blocked)) {
      first.await(first.submit("test", "long").id(), JobStatus.RUNNING);
      id = first.submit(keyed).id();
    }
    ScriptedType open =
        new ScriptedType("test", 1).act("long", context -> {}).act("short", context -> {});
    try (EngineFixture second = start(open)) {
      second.await(id, JobStatus.SUCCEEDED);
      Job replay = second.submit(keyed);
      assertThat(replay.id()).isEqualTo(id);
      assertThat(replay.status()).isEqualTo(JobStatus.QUEUED);
      NewJob other =
          new NewJob(
              EngineFixture.OWNER,
              "test",
              Json.createObjectBuilder().add("act", "long").build(),
              null,
              RequestedOptions.NONE,
              "key-1");
      assertThatThrownBy(() -> second.submit(other)).isInstanceOf(Refusal.KeyReused.class);
      clock.advance(Duration.ofHours(25));
      assertThat(second.submit(other).id()).isNotEqualTo(id);
    }
  }
}

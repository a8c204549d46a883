package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.TraceContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads of each job. */
class TransitionLogTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path folder;
  private final RecordedLog log = new RecordedLog(TransitionLog.class);
  private final RecordedLog worker = new RecordedLog(Worker.class);

  @AfterEach
  void close() {
    log.close();
    worker.close();
  }

  private static NewJob traced(String act) {
    NewJob plain = EngineFixture.job("test", act, RequestedOptions.NONE);
    TraceContext trace = new TraceContext("00-" + TRACE + "-b7ad6b7169203331-01", "a=1");
    return new NewJob(
        plain.owner(), plain.type(), plain.input(), null, plain.options(), null, trace, "/");
  }

  @Test
  void theCommonWayIsForDebuggingOnly() throws Exception {
    ScriptedType type = new ScriptedType("test", 1).act("nothing", context -> {});
    String id;
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      Job job = fixture.submit("test", "nothing");
      id = job.id().toString();
      fixture.await(job.id(), JobStatus.SUCCEEDED);
    }
    String about = "job=" + id + " type=test attempt=";
    assertThat(log.lines(Level.FINE))
        .containsExactly(
            "event=accepted " + about + "0 from=none to=queued",
            "event=started " + about + "1 from=queued to=running waited=0.000",
            "event=succeeded " + about + "1 from=running to=succeeded duration=0.000");
    assertThat(log.lines(Level.INFO)).isEmpty();
  }

  @Test
  void whatDeviatesIsInformationWithItsTraceAndItsCodeButNoMessage() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "fail",
                context -> {
                  if (context.attempt() == 2) {
                    throw new PermanentFailure("bad code\nevent=forged", "secret of the input");
                  }
                  throw new IllegalStateException("secret\nevent=forged");
                });
    String id;
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      Job job = fixture.submit(traced("fail"));
      id = job.id().toString();
      fixture.await(job.id(), JobStatus.SCHEDULED);
      fixture.pass(Duration.ofMinutes(1));
      fixture.await(job.id(), JobStatus.FAILED);
      fixture
          .service()
          .retry(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
          .toCompletableFuture()
          .get();
      fixture.await(job.id(), JobStatus.FAILED);
    }
    List<String> lines = log.lines(Level.INFO);
    assertThat(lines).allMatch(line -> line.endsWith(" trace_id=" + TRACE));
    assertThat(lines.get(0))
        .startsWith("event=retrying job=" + id + " type=test attempt=1 from=running to=scheduled")
        .contains(" duration=0.000 code=internal-error next=");
    assertThat(lines.get(1))
        .isEqualTo(
            "event=failed job="
                + id
                + " type=test attempt=2 from=running to=failed duration=0.000"
                + " code=\"bad code\\nevent=forged\" trace_id="
                + TRACE);
    assertThat(lines.get(2)).contains("event=retried", "attempt=2 from=failed to=queued");
    assertThat(String.join(" ", lines)).doesNotContain("secret");
    LogRecord unexpected = worker.records().get(0);
    assertThat(unexpected.getMessage())
        .isEqualTo("msg=\"it failed unexpectedly\" job=" + id + " type=test attempt=1");
    assertThat(unexpected.getThrown().toString()).doesNotContain("\n").contains("secret");
  }

  @Test
  void aJobThatIsHandedBackTellsItsAttempt() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1).act("long", context -> context.pause(Duration.ofDays(1)));
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      Job job = fixture.submit("test", "long");
      fixture.await(job.id(), JobStatus.RUNNING);
    }
    assertThat(log.lines(Level.INFO))
        .singleElement()
        .asString()
        .startsWith("event=released job=")
        .contains(" attempt=1 from=running to=queued duration=");
  }

  @Test
  void theBodyIsToldItsTrace() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act(
                "tell",
                context ->
                    context.progress(
                        0, 1, "x", context.trace().map(TraceContext::traceparent).orElse("-")));
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      Job job = fixture.submit(traced("tell"));
      Job plain = fixture.submit("test", "tell");

      assertThat(fixture.await(job.id(), JobStatus.SUCCEEDED).state().progress().message())
          .isEqualTo("00-" + TRACE + "-b7ad6b7169203331-01");
      assertThat(fixture.await(plain.id(), JobStatus.SUCCEEDED).state().progress().message())
          .isEqualTo("-");
    }
  }
}

package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept in memory stays as new as what is stored, in whatever order news arrive. */
class LiveJobsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final LiveJobs live = new LiveJobs();
  private final Job queued =
      Job.accepted(
          new JobId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L)),
          new Submission(
              "somebody",
              "test",
              NOW,
              null,
              new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(1), 3, Map.of()),
              null));

  private Job known() {
    return live.find(queued.id(), id -> null).orElseThrow();
  }

  @Test
  void aStartIsKnownThoughTheChangeBeforeItWasNotHeardOfYet() {
    Job retrying =
        queued.started(NOW).retrying(new AttemptError(1, NOW, "interrupted", ""), NOW, NOW);
    Job due = retrying.due(NOW);
    live.add(retrying);

    live.change(due, before -> before.started(NOW));
    live.refreshed(due);
    live.change(due.started(NOW), before -> before.succeeded(null, NOW));

    assertThat(known().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(known().state().claim()).isEqualTo(2);
  }

  @Test
  void anOlderRowDoesNotReplaceANewerState() {
    Job running = queued.started(NOW);
    Job done = running.succeeded(null, NOW);
    live.add(done);

    live.refreshed(running);
    live.change(queued, before -> before.canceled(NOW));

    assertThat(known()).isEqualTo(done);
  }
}

package dev.accepted.engine.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Submission;
import dev.accepted.store.FoundJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A page shows jobs as they are by now, and leads to the next whatever it shows itself. */
class JobPageTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final JobFilter QUEUED =
      new JobFilter(Set.of(JobStatus.QUEUED), null, Map.of(), null, null, null);

  private final Job first = job();
  private final Job second = job();
  private final JobId third = JobId.firstAt(NOW);

  private static Job job() {
    return Job.accepted(
        new JobId(UUID.randomUUID()),
        new Submission(
            "somebody",
            "noop",
            NOW,
            null,
            new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));
  }

  @Test
  void allOfItMayHaveMovedOn() {
    FoundJobs found = new FoundJobs(List.of(first, second), Optional.of(second.id()));

    JobPage page = JobPage.of(found, 2, job -> job.started(NOW), QUEUED);

    assertThat(page).isEqualTo(new JobPage(List.of(), found.next(), Optional.empty()));
  }

  @Test
  void theLastLeadsNowhere() {
    FoundJobs found = new FoundJobs(List.of(first, second), Optional.empty());

    JobPage page = JobPage.of(found, 3, UnaryOperator.identity(), QUEUED);

    assertThat(page).isEqualTo(new JobPage(found.jobs(), Optional.empty(), Optional.empty()));
  }

  @Test
  void oneThatCouldHaveMoreTellsHowFarWasSearched() {
    FoundJobs found = new FoundJobs(List.of(first), Optional.of(third));

    JobPage page = JobPage.of(found, 3, UnaryOperator.identity(), QUEUED);

    assertThat(page).isEqualTo(new JobPage(List.of(first), Optional.of(third), Optional.of(NOW)));
  }
}

package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes care of jobs whose worker is gone: an attempt that was cut off counts, so that a job which
 * brings its server down is given up in the end; the next attempt begins at once.
 */
final class Rescuer {

  private static final int BATCH = 500;

  private final GroupCommit writer;
  private final Transitions transitions;
  private final Clock clock;

  Rescuer(GroupCommit writer, Transitions transitions, Clock clock) {
    this.writer = writer;
    this.transitions = transitions;
    this.clock = clock;
  }

  private record Rescued(Job job, Ending ending) {}

  /**
   * Rescues a batch of the jobs that an earlier process of this store left running; tells how many.
   */
  CompletableFuture<Integer> runOnce() {
    return writer
        .write(
            session -> {
              Instant now = clock.instant();
              List<Rescued> rescued = new ArrayList<>();
              for (Job job : JobQueries.inStatus(session, JobStatus.RUNNING, BATCH)) {
                Ending ending = endingOf(job, now);
                if (JobStore.leaveRunning(session, ending.change().apply(job))) {
                  rescued.add(new Rescued(job, ending));
                }
              }
              return rescued;
            },
            rescued ->
                rescued.forEach(
                    one ->
                        transitions.changed(one.job(), one.ending().change(), one.ending().kind())))
        .thenApply(List::size);
  }

  private static Ending endingOf(Job job, Instant now) {
    return job.state().cancelRequestedAt() != null
        ? Ending.canceled(now)
        : Ending.failed(
            job,
            AttemptOutcome.INTERRUPTED_CODE,
            "The server stopped during this attempt.",
            Duration.ZERO,
            now);
  }
}

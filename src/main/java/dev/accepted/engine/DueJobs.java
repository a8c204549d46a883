package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Wakes scheduled jobs whose time has come: they are queued. */
final class DueJobs {

  private static final int BATCH = 500;

  private final GroupCommit writer;
  private final Transitions transitions;
  private final Dispatcher dispatcher;
  private final Clock clock;

  DueJobs(GroupCommit writer, Transitions transitions, Dispatcher dispatcher, Clock clock) {
    this.writer = writer;
    this.transitions = transitions;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  /** Queues a batch; tells how many that were. */
  CompletableFuture<Integer> runOnce() {
    Instant now = clock.instant();
    return writer
        .write(
            session -> {
              List<Job> woken = new ArrayList<>();
              for (Job job : JobQueries.awake(session, JobStatus.SCHEDULED, now, BATCH)) {
                if (JobStore.leaveIdle(session, job, job.due(now))) {
                  woken.add(job);
                }
              }
              return woken;
            },
            woken -> {
              woken.forEach(
                  job -> transitions.changed(job, before -> before.due(now), Kind.QUEUED));
              woken.forEach(job -> dispatcher.mark(job.type()));
              dispatcher.wake();
            })
        .thenApply(List::size);
  }
}

package dev.accepted.engine;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.job.Job;
import dev.accepted.job.RetryPolicy;
import dev.accepted.sql.Session;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import dev.accepted.store.Nodes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Takes care of jobs whose worker is gone: an attempt that was cut off counts, so that a job which
 * brings its server down is given up in the end; the next attempt begins at once.
 */
final class Rescuer {

  private static final Logger LOG = System.getLogger(Rescuer.class.getName());
  private static final int BATCH = 500;

  private final GroupCommit writer;
  private final Transitions transitions;
  private final Clock clock;
  private final JobTypes types;
  private final Duration lease;

  /**
   * A rescuer.
   *
   * @param lease how long a server that doesn't show itself keeps its jobs
   */
  Rescuer(
      GroupCommit writer, Transitions transitions, Clock clock, JobTypes types, Duration lease) {
    this.types = types;
    this.writer = writer;
    this.transitions = transitions;
    this.clock = clock;
    this.lease = lease;
  }

  private record Rescued(Job job, Ending ending) {}

  /** Rescues a batch of the jobs that servers left running which are no more; tells how many. */
  CompletableFuture<Integer> runOnce() {
    return runOnce(lease);
  }

  private CompletableFuture<Integer> runOnce(Duration grace) {
    return writer
        .write(
            session -> {
              Instant now = clock.instant();
              List<Rescued> rescued = new ArrayList<>();
              Instant startedUntil = takeOutDead(session) ? now : now.minus(grace);
              for (Job job : JobQueries.abandoned(session, startedUntil, BATCH)) {
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

  /** Rescues all that there are now, batch by batch; tells how many. */
  int runAll() {
    int rescued = 0;
    for (int batch = rescueAny(); batch > 0; batch = rescueAny()) {
      rescued += batch;
    }
    return rescued;
  }

  private int rescueAny() {
    return runOnce(Duration.ZERO).join();
  }

  /**
   * True if some were. A server that was taken out before may go on to start jobs, until it hears
   * of that and comes back: those are left to it for a while.
   */
  private boolean takeOutDead(Session session) throws SQLException {
    int dead = session.isShared() ? Nodes.takeOutDead(session, lease) : 0;
    if (dead > 0) {
      LOG.log(Level.WARNING, "{0} servers have not shown themselves for {1}", dead, lease);
    }
    return dead > 0;
  }

  private Ending endingOf(Job job, Instant now) {
    if (job.state().cancelRequestedAt() != null) {
      return Ending.canceled(now);
    }
    String message =
        job.hasAttemptsLeft()
            ? "The server stopped during this attempt."
            : "The server stopped during this attempt, the last of %d: the job is given up."
                .formatted(job.state().attempt());
    return Ending.failed(job, AttemptOutcome.INTERRUPTED_CODE, message, delay(job), now);
  }

  /**
   * The first time, the job goes on at once: servers are restarted. A job that is cut off again may
   * be what brings its server down, or stand beside it: the longer it waits, the less it does so.
   */
  private Duration delay(Job job) {
    return job.state().attempt() <= 1
        ? Duration.ZERO
        : types
            .named(job.type())
            .map(type -> type.definition().limits().retryPolicy())
            .orElse(RetryPolicy.STANDARD)
            .delayAfter(job.state().attempt(), ThreadLocalRandom.current().nextDouble());
  }
}

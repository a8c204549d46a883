package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.sql.Session;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Compares what runs here with what the store says runs here. They part when it is not known
 * whether a commit happened, when a notice was missed, or when another server took this one for
 * dead.
 */
final class HeldJobs {

  private final Core core;
  private final Clock clock;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * Jobs that are stored as running here but do not, by id and claim. On the first look a job may
   * only just be starting: its start is told after the transaction that this look may be part of.
   */
  private Set<Held> suspects = Set.of();

  HeldJobs(Core core) {
    this.core = core;
    this.clock = core.clock();
  }

  private record Held(JobId id, long claim) {

    static Held of(Job job) {
      return new Held(job.id(), job.state().claim());
    }
  }

  /**
   * What one look found.
   *
   * @param held by this server, according to the store
   * @param idle those of them that no attempt stands behind
   * @param handedBack those of them that were so at the last look already
   */
  private record Look(List<Job> held, Set<Held> idle, List<Job> handedBack, Instant at) {}

  /**
   * Hands back what is stored as running here but does not, and stops what runs but is no longer
   * this server's; tells how many jobs were handed back.
   */
  CompletableFuture<Integer> runOnce() {
    if (!looking.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(0);
    }
    return core.writer()
        .write(this::look, this::settle)
        .whenComplete((done, failure) -> looking.set(false))
        .thenApply(look -> look.handedBack().size());
  }

  private Look look(Session session) throws SQLException {
    Instant now = clock.instant();
    List<Job> held = JobQueries.held(session);
    Set<Held> idle = new HashSet<>();
    List<Job> handedBack = new ArrayList<>();
    for (Job job : held) {
      if (!core.running().standBehind(job)) {
        idle.add(Held.of(job));
        if (suspects.contains(Held.of(job)) && JobStore.leaveRunning(session, job.released(now))) {
          handedBack.add(job);
        }
      }
    }
    return new Look(held, idle, handedBack, now);
  }

  private void settle(Look look) {
    suspects = look.idle();
    look.handedBack()
        .forEach(
            job -> core.transitions().changed(job, held -> held.released(look.at()), Kind.QUEUED));
    look.held().forEach(core.running()::compare);
    Set<JobId> held = look.held().stream().map(Job::id).collect(Collectors.toSet());
    for (Attempt attempt : core.running().all()) {
      if (!held.contains(attempt.id())) {
        attempt.stopSignal().raise(StopReason.LOST);
      }
    }
  }
}

package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Session;
import dev.accepted.store.ClaimedJob;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives idle slots to waiting jobs: the highest priority first, then the oldest. It claims no more
 * than there are slots, so nothing that is claimed waits.
 *
 * <p>It has no thread. Whoever makes a job ready or frees a slot wakes it; the claim is then
 * written by the store's writer, usually in the same transaction as what woke it. One claim is
 * under way at a time, so that slots aren't given twice.
 */
final class Dispatcher {

  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Comparator<ClaimedJob> ORDER =
      Comparator.<ClaimedJob>comparingInt(claimed -> -claimed.job().options().priority())
          .thenComparing(claimed -> claimed.job().id());

  private final GroupCommit writer;
  private final Slots slots;
  private final Transitions transitions;
  private final Clock clock;
  private final WorkerPool workers;

  /**
   * Types that may have ready jobs; a type leaves when a look at the store finds no more of it than
   * were taken.
   */
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean claiming = new AtomicBoolean();
  private volatile boolean stopped;

  Dispatcher(
      GroupCommit writer, Slots slots, Transitions transitions, Clock clock, WorkerPool workers) {
    this.writer = writer;
    this.slots = slots;
    this.transitions = transitions;
    this.clock = clock;
    this.workers = workers;
  }

  /**
   * A job of this type may be ready. To be called on the writer's thread: a mark that came from
   * another could be taken off by a claim that doesn't see the job yet.
   */
  void mark(String type) {
    ready.add(type);
  }

  /**
   * A job of this type is on its way to the store: a claim right behind it is usually part of the
   * same commit.
   */
  void expect(String type) {
    if (slots.idle(type) > 0) {
      claimUnlessClaiming();
    }
  }

  /** A job has been marked, or a slot may be idle. */
  void wake() {
    if (ready.stream().anyMatch(type -> slots.idle(type) > 0)) {
      claimUnlessClaiming();
    }
  }

  private void claimUnlessClaiming() {
    if (!stopped && claiming.compareAndSet(false, true)) {
      List<String> looked = new ArrayList<>();
      writer
          .write(session -> claim(session, looked), this::start)
          .whenComplete((claimed, failure) -> claimed(looked, failure != null));
    }
  }

  /** Claims no more; what runs goes on. */
  void stop() {
    stopped = true;
  }

  private void claimed(List<String> looked, boolean failed) {
    if (failed) {
      // The types stay marked; the next wake, at the latest by the timer, tries again.
      ready.addAll(looked);
      claiming.set(false);
    } else {
      claiming.set(false);
      wake();
    }
  }

  private List<ClaimedJob> claim(Session session, List<String> looked) throws SQLException {
    List<ClaimedJob> candidates = new ArrayList<>();
    int idle = stopped ? 0 : slots.idle();
    for (String type : List.copyOf(ready)) {
      int wanted = Math.min(idle, slots.idle(type));
      if (wanted > 0) {
        looked.add(type);
        ready.remove(type);
        List<ClaimedJob> found = JobQueries.ready(session, type, wanted);
        if (found.size() == wanted) {
          ready.add(type);
        }
        candidates.addAll(found);
      }
    }
    candidates.sort(ORDER);
    return take(session, candidates, idle);
  }

  private List<ClaimedJob> take(Session session, List<ClaimedJob> candidates, int idle)
      throws SQLException {
    Instant now = clock.instant();
    List<ClaimedJob> taken = new ArrayList<>();
    for (ClaimedJob candidate : candidates) {
      Job before = candidate.job();
      if (taken.size() == idle) {
        ready.add(before.type());
      } else if (JobStore.start(session, before, before.started(now))) {
        taken.add(candidate);
      }
    }
    return taken;
  }

  private void start(List<ClaimedJob> taken) {
    for (ClaimedJob claimed : taken) {
      Job before = claimed.job();
      Instant now = clock.instant();
      Job running = transitions.changed(before, job -> job.started(now), Kind.STARTED);
      slots.take(running.type());
      try {
        workers.start(
            new ClaimedJob(running, claimed.input(), claimed.checkpoint(), claimed.lastLogNumber()),
            () -> ended(running.type()));
      } catch (RejectedExecutionException stopping) {
        // Stays running in the store; the next start of the server hands it back.
        LOG.log(Level.INFO, "Job {0} was claimed while the server stops", running.id());
        slots.release(running.type());
      }
    }
  }

  private void ended(String type) {
    slots.release(type);
    wake();
  }
}

package dev.accepted.engine;

import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.threads.WorkerPool;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Pending;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives idle slots to waiting jobs: the highest priority first; within it, types and callers take
 * turns. It claims no more than there are slots, so nothing that is claimed waits. A job that comes
 * while a slot is idle and none of its type waits never waits either: it is stored as running at
 * once.
 *
 * <p>It has no thread. Whoever makes a job ready or frees a slot wakes it; the claim is then
 * written by the store's writer, usually in the same transaction as what woke it. One claim is
 * under way at a time, and slots are taken on the writer's thread only, so that none is given
 * twice.
 */
final class Dispatcher {

  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private final GroupCommit writer;
  private final Slots slots;
  private final Transitions transitions;
  private final Clock clock;
  private final WorkerPool workers;
  private final Pauses pauses;

  /**
   * Types that may have ready jobs; a type leaves when a look at the store finds no more of it than
   * were taken.
   */
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  private final Rotation rotation = new Rotation();
  private final AtomicBoolean claiming = new AtomicBoolean();
  private volatile boolean stopped;

  Dispatcher(
      GroupCommit writer,
      Slots slots,
      Transitions transitions,
      Clock clock,
      WorkerPool workers,
      Pauses pauses) {
    this.pauses = pauses;
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

  /** {@link #mark} from any thread, and {@link #wake}. */
  void markLater(String type) {
    markLater(List.of(type));
  }

  /** The same for several: none is claimed before all are marked. */
  void markLater(Collection<String> types) {
    writer.write(
        session -> {
          types.forEach(this::mark);
          return true;
        },
        marked -> wake());
  }

  /** A job has been marked, or a slot may be idle. */
  void wake() {
    if (ready.stream().anyMatch(type -> idle(type) > 0)) {
      claimUnlessClaiming();
    }
  }

  private int idle(String type) {
    return pauses.contains(type) ? 0 : slots.idle(type);
  }

  private void claimUnlessClaiming() {
    if (!stopped && claiming.compareAndSet(false, true)) {
      Claim claim = new Claim();
      writer
          .write(claim::in, started -> started.forEach(this::begin))
          .whenComplete((started, failure) -> claimed(claim, failure != null));
    }
  }

  /** Claims no more; what runs goes on. */
  void stop() {
    stopped = true;
  }

  private void claimed(Claim claim, boolean failed) {
    if (failed) {
      // The types stay marked; the next wake, at the latest by the timer, tries again.
      claim.undo();
      claiming.set(false);
    } else {
      claiming.set(false);
      wake();
    }
  }

  /** Slots for the one write that is about to be performed. */
  Reservation reservation() {
    return new Reservation(slots);
  }

  /**
   * The job as it is to be stored: running, if a slot can be reserved and none of its type waits.
   * To be called within the write.
   */
  Job startIfIdle(Job accepted, Reservation reservation) {
    boolean starts =
        accepted.status() == JobStatus.QUEUED
            && !stopped
            && !ready.contains(accepted.type())
            && !pauses.contains(accepted.type())
            && reservation.take(accepted.type());
    return starts ? accepted.started(clock.instant()) : accepted;
  }

  /** The start is committed: its body runs. */
  void begin(Start start) {
    Job running = start.claimed().job();
    if (!start.stored().changedOne()) {
      // Nobody can have come between the look and this; if somebody has, the job is theirs.
      slots.release(running.type());
      return;
    }
    Instant startedAt = Objects.requireNonNull(running.state().startedAt());
    transitions.changed(start.queued(), job -> job.started(startedAt), Kind.STARTED);
    try {
      workers.start(start.claimed(), () -> ended(running.type()));
    } catch (RejectedExecutionException stopping) {
      // Stays running in the store; the next start of the server hands it back.
      LOG.log(Level.INFO, Logfmt.about(running, "claimed while the server stops").toString());
      slots.release(running.type());
    }
  }

  private void ended(String type) {
    slots.release(type);
    wake();
  }

  /** One look at the store. */
  private final class Claim {

    private final Reservation reserved = reservation();
    private final List<String> looked = new ArrayList<>();

    List<Start> in(Session session) throws SQLException {
      undo();
      int idle = stopped ? 0 : slots.idle();
      Map<String, Queue<ClaimedJob>> candidates = new HashMap<>();
      for (String type : List.copyOf(ready)) {
        int wanted = Math.min(idle, idle(type));
        if (wanted > 0) {
          candidates.put(type, new ArrayDeque<>(look(session, type, wanted)));
        }
      }
      return take(session, rotation.merged(candidates));
    }

    private List<ClaimedJob> look(Session session, String type, int wanted) throws SQLException {
      looked.add(type);
      List<ClaimedJob> found = JobQueries.ready(session, type, wanted);
      if (found.size() < wanted) {
        ready.remove(type);
      }
      return found;
    }

    private List<Start> take(Session session, List<ClaimedJob> candidates) throws SQLException {
      Instant now = clock.instant();
      List<Start> taken = new ArrayList<>();
      for (ClaimedJob candidate : candidates) {
        Job queued = candidate.job();
        Job running = queued.started(now);
        if (slots.idle(queued.type()) == 0) {
          ready.add(queued.type());
        } else {
          reserved.take(queued.type());
          rotation.taken(queued.type());
          Pending stored = JobStore.start(session, queued, running);
          taken.add(new Start(queued, candidate.as(running), stored));
        }
      }
      return taken;
    }

    void undo() {
      reserved.giveBack();
      ready.addAll(looked);
    }
  }
}

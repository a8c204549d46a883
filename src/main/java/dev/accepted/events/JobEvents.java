package dev.accepted.events;

import dev.accepted.job.JobEvent;
import dev.accepted.job.JobId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * Tells those who wait for a job. Listeners run on the executor, never on the thread that commits:
 * one that writes to a slow client holds up nobody.
 */
public final class JobEvents {

  private static final Logger LOG = System.getLogger(JobEvents.class.getName());

  private final ConcurrentMap<JobId, List<JobListener>> listeners = new ConcurrentHashMap<>();
  private final Executor executor;
  private volatile boolean ended;

  public JobEvents(Executor executor) {
    this.executor = executor;
  }

  /**
   * Listens to one job. Look at the job after subscribing, not before, or a change in between goes
   * unnoticed. Events that follow each other closely may arrive at the same time and out of order:
   * each carries the job as it was.
   */
  public Subscription subscribe(JobId id, JobListener listener) {
    listeners.compute(
        id,
        (key, present) -> {
          List<JobListener> list = present == null ? new CopyOnWriteArrayList<>() : present;
          list.add(listener);
          return list;
        });
    if (ended) {
      listener.ended();
    }
    return () -> unsubscribe(id, listener);
  }

  private void unsubscribe(JobId id, JobListener listener) {
    listeners.computeIfPresent(
        id,
        (key, list) -> {
          list.remove(listener);
          return list.isEmpty() ? null : list;
        });
  }

  /** True if somebody listens to that job. */
  public boolean isListenedTo(JobId id) {
    return listeners.containsKey(id);
  }

  /** The jobs that somebody listens to. */
  public Set<JobId> listenedTo() {
    return Set.copyOf(listeners.keySet());
  }

  /** Tells all who listen to the event's job; returns at once. */
  public void publish(JobEvent event) {
    List<JobListener> told = listeners.get(event.job().id());
    if (told != null) {
      JobId id = event.job().id();
      executor.execute(() -> told.forEach(listener -> tell(id, () -> listener.changed(event))));
    }
  }

  /** Tells all who listen, and all who come from now on, that this server stops. */
  public void end() {
    ended = true;
    listeners.forEach(
        (id, told) -> executor.execute(() -> told.forEach(listener -> tell(id, listener::ended))));
  }

  /** It goes on after all. */
  public void resume() {
    ended = false;
  }

  private static void tell(JobId id, Runnable news) {
    try {
      news.run();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "A listener of job " + id + " failed", bug);
    }
  }
}

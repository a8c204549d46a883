package dev.accepted.engine;

import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.events.JobEvents;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes a change known that the store has committed: in memory, in the backlog's count, in the log,
 * to whoever counts, and to those who listen.
 */
final class Transitions {

  private final LiveJobs live;
  private final JobEvents events;
  private final Backlog backlog;
  private final EngineObserver observer;
  private final ActivityCounts activity;
  private final TransitionLog log = new TransitionLog();

  Transitions(
      LiveJobs live,
      JobEvents events,
      Backlog backlog,
      EngineObserver observer,
      ActivityCounts activity) {
    this.live = live;
    this.events = events;
    this.backlog = backlog;
    this.observer = observer;
    this.activity = activity;
  }

  /** A job has been stored. */
  void accepted(Job job) {
    live.add(job);
    backlog.accepted(job);
    log.accepted(job);
    observer.submitted(job.type(), SubmissionOutcome.ACCEPTED);
    activity.accepted(job);
    events.publish(new JobEvent(Kind.QUEUED, job));
  }

  /** A change has been stored that started from {@code before}; returns the job after it. */
  Job changed(Job before, UnaryOperator<Job> change, Kind kind) {
    Job after = live.change(before, change);
    backlog.moved(before.status(), after.status());
    log.changed(before, after, kind);
    observer.changed(before, after, kind);
    activity.changed(before, after, kind);
    events.publish(new JobEvent(kind, after));
    return after;
  }

  /** Another server has changed a job, or it is not known who has: this is how it is stored. */
  void seen(Job row) {
    Optional<Job> before = live.refreshed(row);
    events.publish(JobEvent.between(before.orElse(null), row));
  }

  /** Another server has taken a job out. */
  void seenGone(JobId id) {
    live.remove(id).ifPresent(last -> events.publish(new JobEvent(Kind.REMOVED, last)));
  }

  /** A job has been taken out. */
  void gone(Job last, Kind kind) {
    live.remove(last.id());
    backlog.left(last.status());
    log.gone(last, kind);
    observer.gone(last, kind);
    events.publish(new JobEvent(kind, last));
  }
}

package dev.accepted.http.stream;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.JobPage;
import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.events.HistoryLost;
import dev.accepted.events.JournalUnavailable;
import dev.accepted.events.Topic;
import dev.accepted.guard.Caller;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.metrics.StreamMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where streams begin: with how things stand or, for one that was cut off, with what it has missed.
 */
@ApplicationScoped
public class Openings {

  private static final int STORE_IS_BACK = 5;

  @Inject EventFeed feed;
  @Inject JobService jobs;
  @Inject StreamMetrics metrics;

  /**
   * Passes if the caller has that job.
   *
   * @throws Problem 404 or 410
   */
  public void check(Caller caller, String id) {
    find(caller, id);
  }

  private Job find(Caller caller, String id) {
    return JobFinder.found(jobs.find(caller.sees(), JobFinder.id(id)));
  }

  /** The number with which whoever asks now can follow later, and misses nothing in between. */
  public long now() {
    return feed.last();
  }

  /**
   * One job's.
   *
   * @param after the last event that the client has; empty for none
   * @throws Problem 404 or 410
   */
  public Opening ofJob(Caller caller, String id, Optional<Long> after) {
    EventCursor cursor = follow(new Topic.OneJob(JobFinder.id(id)), after);
    return ofJob(caller, id, after, cursor, cursor.since());
  }

  /**
   * The same, where more may be chosen later.
   *
   * @param asked when it was asked for: what has happened since is told, too
   * @throws Problem 404 or 410
   */
  public Opening ofJob(
      Caller caller, String id, Predicate<Job> chosen, Optional<Long> after, long asked) {
    EventCursor cursor =
        follow(new Topic.JobsOf(caller.sees(), chosen), after.or(() -> Optional.of(asked)));
    return ofJob(caller, id, after, cursor, Math.min(asked, cursor.since()));
  }

  private EventCursor follow(Topic topic, Optional<Long> after) {
    try {
      return feed.follow(topic, after);
    } catch (JournalUnavailable down) {
      throw unavailable();
    }
  }

  private Opening ofJob(
      Caller caller, String id, Optional<Long> after, EventCursor cursor, long number) {
    boolean open = false;
    try {
      // Only now: a change after this look is an event that the cursor gets.
      Job job = find(caller, id);
      List<Event> first = missed(cursor, after).orElseGet(() -> List.of(standing(job, number)));
      boolean over = job.status().isFinal() && first.isEmpty() && hasAllOf(cursor, job);
      open = true;
      return new Opening(cursor, first, over);
    } finally {
      if (!open) {
        cursor.close();
      }
    }
  }

  /**
   * How a caller's job stands, for one that follows already.
   *
   * @throws Problem 404 or 410
   */
  public Event standing(Caller caller, String id, EventCursor cursor) {
    return standing(find(caller, id), cursor.since());
  }

  /**
   * That of those of a caller's jobs that are chosen.
   *
   * @param shown of which it is told how they stand
   * @param most of how many unfinished jobs it is told how they stand
   * @param after the last event that the client has; empty for none
   * @param asked when it was asked for: what has happened since is told, too; empty for now
   */
  public Opening ofChosen(
      Caller caller,
      Predicate<Job> chosen,
      JobFilter shown,
      int most,
      Optional<Long> after,
      Optional<Long> asked) {
    EventCursor cursor = follow(new Topic.JobsOf(caller.sees(), chosen), after.or(() -> asked));
    boolean open = false;
    try {
      // Numbers never fall, and what has happened since comes after it.
      long number = Math.min(asked.orElse(cursor.since()), cursor.since());
      List<Event> first =
          missed(cursor, after).orElseGet(() -> standing(caller, shown, most, number));
      open = true;
      return new Opening(cursor, first, false);
    } finally {
      if (!open) {
        cursor.close();
      }
    }
  }

  /**
   * That of all jobs of a caller that a filter shows.
   *
   * @param most of how many unfinished jobs it is told how they stand
   */
  public Opening ofJobs(Caller caller, JobFilter filter, int most, Optional<Long> after) {
    return ofChosen(caller, filter::shows, filter, most, after, Optional.empty());
  }

  /** What a client that was cut off has missed; empty if it has to be told how things stand. */
  private Optional<List<Event>> missed(EventCursor cursor, Optional<Long> after) {
    if (after.isEmpty() || after.get() > cursor.since()) {
      return Optional.empty();
    }
    try {
      return Optional.of(cursor.next());
    } catch (HistoryLost lost) {
      metrics.historyLost();
      cursor.skip();
      return Optional.empty();
    } catch (JournalUnavailable down) {
      throw unavailable();
    }
  }

  private static boolean hasAllOf(EventCursor cursor, Job job) {
    try {
      return cursor.hasAllOf(job.id());
    } catch (JournalUnavailable down) {
      throw unavailable();
    }
  }

  private static Problem unavailable() {
    return Problem.later(
        ProblemType.STORE_UNAVAILABLE, "The journal can't be read now.", STORE_IS_BACK);
  }

  private List<Event> standing(Caller caller, JobFilter filter, int most, long number) {
    Set<JobStatus> statuses = EnumSet.of(JobStatus.SCHEDULED, JobStatus.QUEUED, JobStatus.RUNNING);
    if (!filter.statuses().isEmpty()) {
      statuses.retainAll(filter.statuses());
    }
    if (statuses.isEmpty() || most == 0) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    Optional<JobId> next = Optional.empty();
    do {
      JobPage page =
          jobs.list(caller.sees(), filter.with(statuses), most - events.size(), next.orElse(null));
      page.jobs().forEach(job -> events.add(standing(job, number)));
      next = page.searchedTo().isPresent() ? page.next() : Optional.empty();
    } while (next.isPresent());
    Collections.reverse(events);
    return events;
  }

  /** How a job stands, as the last thing that has happened to it. */
  private static Event standing(Job job, long number) {
    return new Event(
        number, JobEvent.between(null, job).kind(), job.state().updatedAt(), job, null);
  }
}

package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for jobs: newest first, which is the order of their ids, and paged by id. However many jobs
 * there are, and however few of them are asked for, no look takes long: it goes through the index
 * that leads past the fewest others, a window at a time, and ends when its time is up.
 */
public final class JobList {

  private final Clock clock;
  private final Duration patience;

  /**
   * A list whose looks take about that time at most.
   *
   * @param patience each look goes through one window at least, however short this is
   */
  public JobList(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * A page.
   *
   * @param limit at least 1
   * @param before jobs older than this one; null for the first page
   */
  public FoundJobs read(
      Session session, Owners owners, JobFilter filter, int limit, @Nullable JobId before)
      throws SQLException {
    IdRange range = IdRange.of(filter, before);
    JobKeys keys = JobIndexes.best(session, owners, filter, range);
    if (keys.areRows()) {
      return page(keys.jobs(session, range, limit + 1), limit, Optional.empty());
    }
    JobConditions conditions = JobConditions.of(owners, filter);
    JobWindows windows = new JobWindows(session, keys, range, limit + 1, clock, patience);
    List<Job> found = new ArrayList<>();
    do {
      for (JobWindow.Part part : windows.next().parts(session)) {
        int wanted = limit + 1 - found.size();
        if (wanted > 0) {
          found.addAll(jobs(session, conditions, part, wanted));
        }
      }
    } while (found.size() <= limit && windows.goOn());
    return page(found, limit, windows.left());
  }

  /** Of more than are wanted, the last leads on; of fewer, the last that was looked at. */
  private static FoundJobs page(List<Job> found, int limit, Optional<JobId> left) {
    return found.size() > limit
        ? new FoundJobs(found.subList(0, limit), Optional.of(found.get(limit - 1).id()))
        : new FoundJobs(found, left);
  }

  /**
   * How many jobs there are on all such pages, as far as this look gets: each is looked at.
   *
   * @param before jobs older than this one; null for all
   */
  public CountedJobs count(Session session, Owners owners, JobFilter filter, @Nullable JobId before)
      throws SQLException {
    JobConditions conditions = JobConditions.of(owners, filter);
    IdRange range = IdRange.of(filter, before);
    JobKeys keys = JobIndexes.best(session, owners, filter, range);
    JobWindows windows = new JobWindows(session, keys, range, JobWindows.FIRST, clock, patience);
    long number = 0;
    do {
      JobWindow window = windows.next();
      number += keys.exact() ? window.ids().size() : count(session, conditions, window);
    } while (windows.goOn());
    return new CountedJobs(number, windows.left());
  }

  private static long count(Session session, JobConditions conditions, JobWindow window)
      throws SQLException {
    long number = 0;
    for (JobWindow.Part part : window.parts(session)) {
      number +=
          session
              .first(
                  "select count(*) as jobs from job where %s and %s"
                      .formatted(conditions.text(), part.text()),
                  row -> row.longNumber("jobs"),
                  conditions.argumentsWith(part.arguments()))
              .orElse(0L);
    }
    return number;
  }

  private static List<Job> jobs(
      Session session, JobConditions conditions, JobWindow.Part part, int limit)
      throws SQLException {
    List<Object> more = new ArrayList<>(part.arguments());
    more.add(limit);
    return session.list(among(conditions, part), JobRow::job, conditions.argumentsWith(more));
  }

  /** Which of a window are meant. */
  static String among(JobConditions conditions, JobWindow.Part part) {
    return "select %s from job where %s and %s order by id desc limit ?"
        .formatted(JobRow.COLUMNS, conditions.text(), part.text());
  }
}

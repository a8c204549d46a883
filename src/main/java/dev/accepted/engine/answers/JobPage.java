package dev.accepted.engine.answers;

import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.store.FoundJobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A page of a list of jobs, newest first.
 *
 * @param next the next page has jobs older than this one, whether or not it is on this page; empty
 *     if there are none
 * @param searchedTo if the page could have more jobs, had the search not ended early: it has all
 *     that were submitted after that time
 */
public record JobPage(List<Job> jobs, Optional<JobId> next, Optional<Instant> searchedTo) {

  /**
   * The page of what the store has found. All of it may have moved on since it was read, so that
   * nothing is left to show while there is a next page.
   *
   * @param limit of as many the page is full
   * @param newest a job as it is by now
   */
  public static JobPage of(
      FoundJobs found, int limit, UnaryOperator<Job> newest, JobFilter filter) {
    boolean full = found.jobs().size() >= limit;
    return new JobPage(
        found.jobs().stream().map(newest).filter(filter::hasStatusOf).toList(),
        found.next(),
        full ? Optional.empty() : found.next().map(JobId::time));
  }
}

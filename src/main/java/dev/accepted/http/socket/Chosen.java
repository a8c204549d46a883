package dev.accepted.http.socket;

import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Which jobs a socket tells of; its client may change that at any time. */
final class Chosen implements Predicate<Job> {

  /** How many may be chosen one by one. */
  static final int MOST = 1_000;

  private final JobFilter filter;
  private final Set<JobId> jobs = ConcurrentHashMap.newKeySet();
  private volatile boolean all;

  /** None yet; all that the filter shows are what "all" means. */
  Chosen(JobFilter filter) {
    this.filter = filter;
  }

  void all(boolean chosen) {
    all = chosen;
  }

  /** False if there are as many as there may be. */
  boolean add(JobId id) {
    return jobs.size() < MOST && (jobs.add(id) || jobs.contains(id));
  }

  void remove(JobId id) {
    jobs.remove(id);
  }

  /** True if no other is. */
  boolean isOnly(JobId id) {
    return !all && jobs.equals(Set.of(id));
  }

  @Override
  public boolean test(Job job) {
    return jobs.contains(job.id()) || (all && filter.shows(job));
  }
}

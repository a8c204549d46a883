package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import java.util.List;
import java.util.Optional;

/**
 * What a look for jobs has found.
 *
 * @param jobs newest first; all that there are among those that were looked at
 * @param next where to go on: all jobs from there on have been looked at, older ones have not;
 *     there need not be such a job any more. Empty if none is left
 */
public record FoundJobs(List<Job> jobs, Optional<JobId> next) {

  public FoundJobs {
    jobs = List.copyOf(jobs);
  }
}

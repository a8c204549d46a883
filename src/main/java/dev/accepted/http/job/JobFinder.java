package dev.accepted.http.job;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.guard.Caller;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Permissions;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.job.Tombstone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the job that a path names, or says why there is none. */
@ApplicationScoped
public class JobFinder {

  @Inject JobService jobs;

  /**
   * The caller's job.
   *
   * @param id as it stands in the path
   * @throws Problem 404 or 410
   */
  public Job find(Caller caller, String id) {
    return found(jobs.find(caller.sees(), id(id)));
  }

  /**
   * Whose jobs the caller may change, that job's owner among them.
   *
   * @param id as it stands in the path
   * @throws Problem 404 or 410 if it doesn't see the job, 403 if it only does that
   */
  public Owners toChange(Caller caller, String id) {
    Owners changes = caller.changes();
    // Who may change all that it sees is spared the look: the change itself finds the job or not.
    if (!changes.equals(caller.sees())) {
      Permissions.toChange(caller, find(caller, id).owner());
    }
    return changes;
  }

  /**
   * The id in a path.
   *
   * @throws Problem 404 if it isn't one: no job can have it
   */
  public static JobId id(String text) {
    return JobId.parse(text).orElseThrow(JobFinder::unknown);
  }

  /**
   * The job that was looked for.
   *
   * @throws Problem 404 or 410
   */
  public static Job found(Lookup lookup) {
    if (lookup instanceof Lookup.Found found) {
      return found.job();
    }
    throw gone(lookup);
  }

  /** 410 for a job that has expired, 404 otherwise. */
  public static Problem gone(Lookup lookup) {
    return lookup instanceof Lookup.Expired expired ? expired(expired.tombstone()) : unknown();
  }

  private static Problem expired(Tombstone job) {
    return Problem.of(
            ProblemType.JOB_EXPIRED,
            "The job %s; its result and status were kept until it expired."
                .formatted(job.status().wireName()))
        .with("job", job.id().toString())
        .with("outcome", job.status().wireName())
        .with("finishedAt", job.finishedAt())
        .with("expiredAt", job.expiredAt());
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.JOB_NOT_FOUND, "There is no job with this id.");
  }
}

package dev.accepted.store;

import dev.accepted.job.Job;
import java.util.Optional;

/**
 * A job that a worker has taken, with what only its body needs.
 *
 * @param input the input's JSON text
 * @param checkpoint what an earlier attempt left
 * @param lastLogNumber the number of the last line of its log so far, 0 if there is none
 */
public record ClaimedJob(Job job, String input, Optional<String> checkpoint, long lastLogNumber) {

  /** A job that is started in the moment it is accepted. */
  public static ClaimedJob first(Job job, String input) {
    return new ClaimedJob(job, input, Optional.empty(), 0);
  }

  /** The same, with the job as it is now. */
  public ClaimedJob as(Job changed) {
    return new ClaimedJob(changed, input, checkpoint, lastLogNumber);
  }
}

package dev.accepted.webhooks;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import java.time.Instant;

/** Writes the bodies of deliveries. */
@FunctionalInterface
public interface EventBodies {

  /**
   * The body that tells of an event. Called on the thread that stores: it has to be quick, and
   * mustn't ask the store.
   *
   * @param number the event's
   * @param job as it was right after or, of one that was taken out, right before
   * @param links what URLs begin with, with a slash at its end
   * @return JSON
   */
  String body(long number, Kind kind, Instant at, Job job, String links);
}

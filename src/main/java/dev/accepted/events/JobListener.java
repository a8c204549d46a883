package dev.accepted.events;

import dev.accepted.job.JobEvent;

/** Who waits for news of a job. */
@FunctionalInterface
public interface JobListener {

  /** The job has changed. */
  void changed(JobEvent event);

  /** This server stops: nothing more will be told. May be called twice. */
  default void ended() {}
}

package dev.accepted.engine.answers;

import dev.accepted.job.Job;

/** What came of asking for a job to be run again. */
public sealed interface RetryOutcome {

  /** It waits for its next attempt. */
  record Retried(Job job) implements RetryOutcome {}

  /** It has neither failed nor been canceled. */
  record NotRetriable(Job job) implements RetryOutcome {}

  /** It isn't there. */
  record Missing(Lookup lookup) implements RetryOutcome {}
}

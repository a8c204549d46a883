package dev.accepted.engine;

import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.store.StoreObserver;
import dev.accepted.webhooks.WebhookObserver;
import java.util.Collection;

/**
 * Is told what the engine does, so that somebody can count it: changes by this node, each after its
 * commit and in the order of commits. Called on the store's writer's thread and on requests': must
 * be quick, and must not throw. Does nothing unless it is implemented.
 */
public interface EngineObserver extends StoreObserver, WebhookObserver {

  /** Nobody counts. */
  EngineObserver NONE = new EngineObserver() {};

  /** These types there are; told first, and once. */
  default void registered(Collection<String> types) {}

  /**
   * What became of a submission.
   *
   * @param type as it was asked for: not necessarily one there is
   */
  default void submitted(String type, SubmissionOutcome outcome) {}

  /** A job has changed. */
  default void changed(Job before, Job after, Kind kind) {}

  /** A job has been taken out: removed or expired. */
  default void gone(Job last, Kind kind) {}
}

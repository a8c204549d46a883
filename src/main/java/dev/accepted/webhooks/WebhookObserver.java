package dev.accepted.webhooks;

import java.time.Duration;

/**
 * Is told what this server sends, so that somebody can count it. Called on several threads, the
 * store's writer's among them: must be quick, and must not throw. Does nothing unless it is
 * implemented.
 */
public interface WebhookObserver {

  /** A delivery was sent once. */
  default void sent(DeliveryOutcome outcome, Duration took) {}

  /** A delivery was given up: it has been tried often enough. */
  default void died() {}
}

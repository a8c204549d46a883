package dev.accepted.webhooks;

import java.util.Optional;

/**
 * What came of a change that may depend on what its client has seen.
 *
 * @param now the subscription after it; empty unless it was made, and if it was removed by it
 */
public record SubscriptionChange(Result result, Optional<SubscriptionReport> now) {

  static final SubscriptionChange UNKNOWN =
      new SubscriptionChange(Result.UNKNOWN, Optional.empty());
  static final SubscriptionChange NOT_AS_SEEN =
      new SubscriptionChange(Result.NOT_AS_SEEN, Optional.empty());

  /** Whether it was made. */
  public enum Result {
    /** It was. */
    MADE,
    /** The owner has no such subscription. */
    UNKNOWN,
    /** It is not what the client has seen any more; nothing was changed. */
    NOT_AS_SEEN
  }

  static SubscriptionChange made(Optional<SubscriptionReport> now) {
    return new SubscriptionChange(Result.MADE, now);
  }
}

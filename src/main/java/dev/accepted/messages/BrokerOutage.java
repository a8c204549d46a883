package dev.accepted.messages;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the broker fails, since when, and when it is tried again: after a second, then later each
 * time. Says so once, and once that it is over.
 */
final class BrokerOutage {

  private static final Logger LOG = System.getLogger(BrokerOutage.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A failure after so long is another outage: meanwhile another server may have published. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private final String topic;
  private volatile @Nullable Instant since;
  private Instant restsUntil = Instant.MIN;
  private Instant failedAt = Instant.MIN;
  private Duration wait = FIRST;

  BrokerOutage(String topic) {
    this.topic = topic;
  }

  /** When it began; empty if there is none. */
  Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** True if it is not to be tried yet. */
  boolean rests(Instant now) {
    return now.isBefore(restsUntil);
  }

  void goesOn(Throwable failure, Instant now) {
    if (since == null || failedAt.plus(FORGOTTEN).isBefore(now)) {
      since = now;
      LOG.log(
          Level.WARNING,
          "Events can't be published to " + topic + "; that is tried again until they can",
          failure);
    } else {
      LOG.log(Level.DEBUG, "Events still can't be published to " + topic, failure);
    }
    failedAt = now;
    restsUntil = now.plus(wait);
    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
  }

  void over() {
    if (since != null) {
      LOG.log(Level.INFO, "Events are published to {0} again", topic);
      since = null;
      restsUntil = Instant.MIN;
      wait = FIRST;
    }
  }
}

package dev.accepted.store;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is sent to a receiver.
 *
 * @param number its own
 * @param event the event's number
 * @param kind what has happened
 * @param host the URL's, in lower case
 * @param subscription whose it is; null for that of its job's callback
 * @param secrets what it is signed with; none for the server's own, and before it is taken, none
 *     for a subscription's
 * @param attempt how often it was taken to be sent, this time included: the fencing token
 * @param tries the same, since it was last asked for
 */
public record Delivery(
    long number,
    long event,
    Kind kind,
    JobId job,
    String url,
    String host,
    @Nullable UUID subscription,
    List<String> secrets,
    String body,
    State state,
    int attempt,
    int tries) {

  /** What has become of it. */
  public enum State {
    /** For its time. */
    WAITING,
    /** Somebody sends it, or died over it. */
    SENDING,
    /** The receiver has it. */
    DELIVERED,
    /** It was tried often enough. */
    DEAD,
    /** Its receiver wants no more of them. */
    GONE;

    /** Its name in the store and in what is sent. */
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Delivery {
    secrets = List.copyOf(secrets);
  }

  /** To be sent to where its subscription's receiver is now, signed with its secrets. */
  public Delivery of(WebhookSubscription current, Instant now) {
    return new Delivery(
        number,
        event,
        kind,
        job,
        current.url(),
        current.host(),
        subscription,
        current.secrets().valid(now),
        body,
        state,
        attempt,
        tries);
  }

  /** Taken to be sent once more. */
  Delivery taken() {
    return new Delivery(
        number,
        event,
        kind,
        job,
        url,
        host,
        subscription,
        secrets,
        body,
        State.SENDING,
        attempt + 1,
        tries + 1);
  }

  /** The secret stays out of logs, and so does what the URL may hold. */
  @Override
  public String toString() {
    return "Delivery[" + number + ", " + kind + " of " + job + " to " + host + ']';
  }
}

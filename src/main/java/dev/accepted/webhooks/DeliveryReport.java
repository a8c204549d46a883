package dev.accepted.webhooks;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.store.Delivery.State;
import dev.accepted.store.DeliveryQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its job's owner may see it.
 *
 * @param event the event's number
 * @param subscription whose it is; null for that of the job's callback
 * @param url where it goes, without its query, which may hold a secret
 * @param state {@code waiting}, {@code sending}, {@code delivered}, {@code dead} or {@code gone}
 * @param maySendAgain true if it was delivered or is dead, and there is somebody to send it to
 * @param nextAttemptAt while waiting: when it is sent
 * @param attempts oldest first
 */
public record DeliveryReport(
    long number,
    long event,
    Kind kind,
    JobId job,
    @Nullable UUID subscription,
    String url,
    String state,
    boolean maySendAgain,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    List<Attempt> attempts) {

  /**
   * What came of sending it once.
   *
   * @param status what the receiver answered; null if it didn't
   * @param error what went wrong then
   */
  public record Attempt(
      int attempt, Instant at, Duration took, @Nullable Integer status, @Nullable String error) {}

  static DeliveryReport of(DeliveryQueries.Listed listed) {
    return new DeliveryReport(
        listed.number(),
        listed.event(),
        listed.kind(),
        listed.job(),
        listed.subscription(),
        withoutQuery(listed.url()),
        listed.state().wireName(),
        listed.hasReceiver() && (listed.state() == State.DELIVERED || listed.state() == State.DEAD),
        listed.createdAt(),
        listed.waits() ? listed.nextAt() : null,
        listed.attempts().stream()
            .map(
                made ->
                    new Attempt(
                        made.attempt(), made.at(), made.took(), made.status(), made.error()))
            .toList());
  }

  static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}

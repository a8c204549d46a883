package dev.accepted.webhooks;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.store.DeliveryQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its job's owner may see it.
 *
 * @param event the event's number
 * @param url where it goes, without its query, which may hold a secret
 * @param state {@code waiting}, {@code sending}, {@code delivered}, {@code dead} or {@code gone}
 * @param nextAttemptAt while waiting: when it is sent
 * @param attempts oldest first
 */
public record DeliveryReport(
    long number,
    long event,
    Kind kind,
    String url,
    String state,
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
        withoutQuery(listed.url()),
        listed.state().wireName(),
        listed.createdAt(),
        listed.waits() ? listed.nextAt() : null,
        listed.attempts().stream()
            .map(
                made ->
                    new Attempt(
                        made.attempt(), made.at(), made.took(), made.status(), made.error()))
            .toList());
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** True if it has been sent for good, and may be sent again. */
  public boolean maySendAgain() {
    return state.equals("delivered") || state.equals("dead");
  }
}

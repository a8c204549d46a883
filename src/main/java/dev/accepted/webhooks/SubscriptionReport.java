package dev.accepted.webhooks;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.store.WebhookSubscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner may see it, and who sees all of its tenant.
 *
 * @param url without its query, which may hold a secret
 * @param types empty for all
 * @param state {@code active}, {@code paused} or {@code gone}
 * @param since in that state
 * @param formerSecretUntil how long the secret counts that was replaced; null if there is none
 */
public record SubscriptionReport(
    UUID id,
    String owner,
    String url,
    List<String> types,
    List<Kind> events,
    Map<String, String> labels,
    String state,
    Instant since,
    @Nullable Instant formerSecretUntil,
    Instant createdAt,
    Instant updatedAt) {

  /** With its secret, which is told when it is new, and never again. */
  public record WithSecret(SubscriptionReport subscription, String secret) {

    /** The secret stays out of logs. */
    @Override
    public String toString() {
      return "WithSecret[" + subscription.id() + ']';
    }
  }

  static SubscriptionReport of(WebhookSubscription stored, Instant now) {
    Instant until = stored.secrets().formerUntil();
    return new SubscriptionReport(
        stored.id(),
        stored.owner(),
        DeliveryReport.withoutQuery(stored.url()),
        stored.filter().types().stream().sorted().toList(),
        stored.filter().events().stream().sorted().toList(),
        stored.filter().labels(),
        stored.state().wireName(),
        stored.since(),
        until != null && until.isAfter(now) ? until : null,
        stored.createdAt(),
        stored.updatedAt());
  }
}

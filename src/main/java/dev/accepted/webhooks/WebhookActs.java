package dev.accepted.webhooks;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.store.WebhookSubscription;
import java.util.UUID;

/**
 * What the audit log tells of subscriptions and deliveries. Of a URL only its host: the path may be
 * a secret, too.
 */
final class WebhookActs {

  private WebhookActs() {}

  static Act on(WebhookSubscription subscription, ActKind kind) {
    return Act.ownedBy(subscription.owner(), kind, subscription.id().toString())
        .with("host", subscription.host());
  }

  /**
   * A delivery is sent again.
   *
   * @param owner whose job or subscription it is of
   */
  static Act sentAgain(DeliveryReport delivery, String owner) {
    Act act =
        Act.ownedBy(owner, ActKind.DELIVERY_SENT_AGAIN, Long.toString(delivery.number()))
            .with("job", delivery.job().toString())
            .with("event", delivery.kind().wireName());
    UUID subscription = delivery.subscription();
    return subscription == null ? act : act.with("subscription", subscription.toString());
  }
}

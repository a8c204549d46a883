package dev.accepted.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.accepted.store.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs deliveries as Standard Webhooks has it. */
final class Signer {

  private Signer() {}

  /** The same in all attempts, so that a receiver knows what it has had. */
  static String id(Delivery delivery) {
    return "evt_" + delivery.job() + '_' + delivery.event();
  }

  /**
   * The headers of a delivery.
   *
   * @param secrets at least one; any of them proves that it is genuine
   */
  static Map<String, String> headers(Delivery delivery, List<String> secrets, Instant now) {
    String id = id(delivery);
    long seconds = now.getEpochSecond();
    String signatures =
        secrets.stream()
            .map(secret -> signature(secret, id, seconds, delivery.body()))
            .collect(Collectors.joining(" "));
    return Map.of(
        Webhook.UNBRANDED_MSG_ID_KEY,
        id,
        Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
        Long.toString(seconds),
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
        signatures);
  }

  private static String signature(String secret, String id, long seconds, String body) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalStateException("no secret is stored that is empty", e);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}

package dev.accepted.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How receivers of webhooks are called.
 *
 * @param secret {@code accepted.webhooks.secret}: what signs where a client gave no secret; without
 *     it, one is made and kept in the store
 * @param allow {@code accepted.webhooks.allow}: hosts and addresses that may be called although
 *     they are not public
 * @param timeout {@code accepted.webhooks.timeout}: the longest that a receiver may take to answer
 * @param retries {@code accepted.webhooks.retries}: how long to wait before each further try
 * @param most {@code accepted.webhooks.concurrency}: most deliveries at once on this node
 * @param mostPerHost {@code accepted.webhooks.concurrency.host}: most of them to one host
 * @param subscriptions {@code accepted.webhooks.subscriptions}: most standing subscriptions of one
 *     caller
 */
public record WebhookSettings(
    Optional<String> secret,
    AllowedReceivers allow,
    Duration timeout,
    List<Duration> retries,
    int most,
    int mostPerHost,
    int subscriptions) {

  /** About a day. */
  public static final WebhookSettings DEFAULTS =
      new WebhookSettings(
          Optional.empty(),
          AllowedReceivers.NONE,
          Duration.ofSeconds(10),
          Stream.of("PT5S", "PT30S", "PT5M", "PT30M", "PT2H", "PT5H", "PT8H", "PT8H")
              .map(Duration::parse)
              .toList(),
          16,
          4,
          100);

  public WebhookSettings {
    retries = List.copyOf(retries);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "WebhookSettings[timeout=" + timeout + ", retries=" + retries + ']';
  }
}

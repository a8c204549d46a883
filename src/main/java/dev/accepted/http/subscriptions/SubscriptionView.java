package dev.accepted.http.subscriptions;

import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.webhooks.SubscriptionReport;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param url without its query
 * @param types null for all
 * @param labels null for none
 * @param state {@code active}, {@code paused} or {@code gone}
 * @param stateReason why it isn't active; null if it is
 * @param stateSince since when it is in that state
 * @param secret in the answer that tells of a new one; else null
 * @param formerSecretUntil how long the secret counts that was replaced; null if there is none
 * @param links what would work now
 */
public record SubscriptionView(
    String id,
    String url,
    @Nullable List<String> types,
    List<String> events,
    @Nullable Map<String, String> labels,
    String state,
    @Nullable String stateReason,
    Instant stateSince,
    @Nullable String secret,
    @Nullable Instant formerSecretUntil,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> links) {

  private static final String ACTIVE = "active";

  static SubscriptionView of(SubscriptionReport report, Urls urls) {
    return of(report, null, urls);
  }

  static SubscriptionView of(WithSecret fresh, Urls urls) {
    return of(fresh.subscription(), fresh.secret(), urls);
  }

  private static SubscriptionView of(
      SubscriptionReport report, @Nullable String secret, Urls urls) {
    return new SubscriptionView(
        report.id().toString(),
        report.url(),
        report.types().isEmpty() ? null : report.types(),
        report.events().stream().map(Kind::wireName).toList(),
        report.labels().isEmpty() ? null : report.labels(),
        report.state(),
        reason(report.state()),
        report.since(),
        secret,
        report.formerSecretUntil(),
        report.createdAt(),
        report.updatedAt(),
        links(report, urls));
  }

  private static @Nullable String reason(String state) {
    return switch (state) {
      case ACTIVE -> null;
      case "paused" -> "Its client has paused it.";
      default -> "Its receiver has answered 410: it wants no more.";
    };
  }

  private static Map<String, String> links(SubscriptionReport report, Urls urls) {
    String self = urls.subscription(report.id());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("deliveries", self + "/deliveries");
    links.put("secret", self + "/secret");
    String other = report.state().equals(ACTIVE) ? "pause" : "resume";
    links.put(other, self + '/' + other);
    return links;
  }
}

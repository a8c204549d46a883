package dev.accepted.engine.intake;

import dev.accepted.config.WebhookSecretText;
import dev.accepted.config.WebhookSettings;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.store.WebhookSubscription.Filter;
import dev.accepted.webhooks.Subscriptions.Draft;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which subscriptions there may be. */
public final class SubscriptionRules {

  /** How long a secret that is replaced counts on. */
  public static final Duration USUAL_OVERLAP = Duration.ofHours(24);

  private static final String INVALID = "The subscription is not valid.";
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private final ReceiverRules receivers;
  private final JobTypes jobTypes;

  /** The rules of this server. */
  public SubscriptionRules(WebhookSettings settings, JobTypes jobTypes) {
    this.receivers = new ReceiverRules(settings);
    this.jobTypes = jobTypes;
  }

  /**
   * The subscription, if there may be such a one.
   *
   * @param links what URLs begin with for the caller
   * @throws Refusal.Unprocessable if not; with pointers to what is wrong
   */
  public Draft draft(RequestedSubscription asked, String links) {
    Check check = new Check();
    String url = check.part("/url", "", () -> receivers.url(asked.url()));
    Set<String> types = check.part("/types", Set.of(), () -> types(asked.types()));
    Set<Kind> events = check.part("/events", Set.of(), () -> events(asked.events()));
    Map<String, String> labels =
        check.part("/labels", Map.of(), () -> LabelRules.checked(asked.labels()));
    String secret = asked.secret();
    if (secret != null) {
      check.part("/secret", "", () -> WebhookSecretText.checked(secret));
    }
    check.end(INVALID);
    String host = URI.create(url).getHost().toLowerCase(Locale.ROOT);
    return new Draft(url, host, links, new Filter(types, events, labels));
  }

  /**
   * How long a secret counts on that is replaced.
   *
   * @param asked null for the usual time
   * @throws Refusal.Unprocessable if that is too long, or the secret that is to replace it is none
   */
  public Duration overlap(@Nullable Duration asked, @Nullable String secret) {
    Check check = new Check();
    if (secret != null) {
      check.part("/secret", "", () -> WebhookSecretText.checked(secret));
    }
    Duration overlap = asked == null ? USUAL_OVERLAP : asked;
    check.part("/overlap", overlap, () -> bounded(overlap));
    check.end(INVALID);
    return overlap;
  }

  private static Duration bounded(Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("from PT0S to P7D");
    }
    return overlap;
  }

  private Set<String> types(@Nullable List<String> names) {
    if (names == null) {
      return Set.of();
    }
    Set<String> known =
        jobTypes.all().stream().map(RegisteredType::name).collect(Collectors.toSet());
    if (names.isEmpty() || !known.containsAll(names)) {
      throw new IllegalArgumentException(
          "the types must be one or more of "
              + known.stream().sorted().collect(Collectors.joining(", ")));
    }
    return Set.copyOf(names);
  }

  private static Set<Kind> events(@Nullable List<String> names) {
    return names == null ? ReceiverRules.ALL_EVENTS : ReceiverRules.events(names);
  }
}

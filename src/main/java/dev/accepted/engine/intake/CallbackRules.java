package dev.accepted.engine.intake;

import dev.accepted.config.WebhookSecretText;
import dev.accepted.config.WebhookSettings;
import dev.accepted.job.Callback;
import dev.accepted.job.JobEvent.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which callbacks a submission may ask for. */
final class CallbackRules {

  private static final String OPTION = "callback";
  private static final Set<Kind> USUAL = EnumSet.of(Kind.SUCCEEDED, Kind.FAILED, Kind.CANCELED);

  private final ReceiverRules receivers;

  CallbackRules(WebhookSettings settings) {
    this.receivers = new ReceiverRules(settings);
  }

  /**
   * The callback of a job.
   *
   * @throws Refusal.InvalidOption if it can't be
   */
  @Nullable Callback callback(@Nullable RequestedCallback asked, String links) {
    if (asked == null) {
      return null;
    }
    try {
      return new Callback(
          receivers.url(asked.url()), events(asked.events()), secret(asked.secret()), links);
    } catch (IllegalArgumentException unusable) {
      throw new Refusal.InvalidOption(OPTION, String.valueOf(unusable.getMessage()));
    }
  }

  private static Set<Kind> events(@Nullable List<String> names) {
    return names == null ? USUAL : ReceiverRules.events(names);
  }

  private static @Nullable String secret(@Nullable String secret) {
    return secret == null ? null : WebhookSecretText.checked(secret);
  }
}

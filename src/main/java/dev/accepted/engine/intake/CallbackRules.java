package dev.accepted.engine.intake;

import dev.accepted.config.WebhookSecretText;
import dev.accepted.config.WebhookSettings;
import dev.accepted.job.Callback;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.webhooks.AddressRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which callbacks a submission may ask for. */
final class CallbackRules {

  private static final String OPTION = "callback";
  private static final int LONGEST_URL = 2000;
  private static final int MOST_PORT = 65_535;
  private static final Set<Kind> USUAL = EnumSet.of(Kind.SUCCEEDED, Kind.FAILED, Kind.CANCELED);

  /** Progress and log are many, and are followed by streams. */
  private static final Map<String, Kind> KNOWN =
      Stream.of(
              Kind.QUEUED,
              Kind.STARTED,
              Kind.RETRYING,
              Kind.SUCCEEDED,
              Kind.FAILED,
              Kind.CANCELED,
              Kind.EXPIRED)
          .collect(Collectors.toUnmodifiableMap(Kind::wireName, Function.identity()));

  private final AddressRules addresses;

  CallbackRules(WebhookSettings settings) {
    this.addresses = new AddressRules(settings.allow());
  }

  /**
   * The callback of a job.
   *
   * @throws Refusal.InvalidOption if it can't be
   */
  @Nullable Callback callback(@Nullable RequestedCallback asked, String links) {
    return asked == null
        ? null
        : new Callback(url(asked.url()), events(asked.events()), secret(asked.secret()), links);
  }

  private String url(String text) {
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          text.length() <= LONGEST_URL
              && (scheme.equals("http") || scheme.equals("https"))
              && url.getHost() != null
              && url.getPort() <= MOST_PORT
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null;
      if (usable && addresses.permitText(url.getHost())) {
        return url.toASCIIString();
      }
    } catch (URISyntaxException unusable) {
      throw invalidUrl();
    }
    throw invalidUrl();
  }

  private static Refusal.InvalidOption invalidUrl() {
    return new Refusal.InvalidOption(
        OPTION,
        "the URL must be absolute, begin with http: or https:, have no user, password or fragment, at most %d characters, and no address that isn't public"
            .formatted(LONGEST_URL));
  }

  private static Set<Kind> events(@Nullable List<String> names) {
    if (names == null) {
      return USUAL;
    }
    if (names.isEmpty() || !KNOWN.keySet().containsAll(names)) {
      throw new Refusal.InvalidOption(
          OPTION,
          "the events must be one or more of "
              + KNOWN.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return names.stream().map(KNOWN::get).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String secret(@Nullable String secret) {
    try {
      return secret == null ? null : WebhookSecretText.checked(secret);
    } catch (IllegalArgumentException unusable) {
      throw new Refusal.InvalidOption(OPTION, "as its secret, " + unusable.getMessage());
    }
  }
}

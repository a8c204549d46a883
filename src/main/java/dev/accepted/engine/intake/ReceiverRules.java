package dev.accepted.engine.intake;

import dev.accepted.config.WebhookSettings;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.webhooks.AddressRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be told, and of what. What can't be used is an {@link IllegalArgumentException} whose
 * message says what can.
 */
final class ReceiverRules {

  private static final int LONGEST_URL = 2000;
  private static final int MOST_PORT = 65_535;

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

  /** All that may be told. */
  static final Set<Kind> ALL_EVENTS = Set.copyOf(KNOWN.values());

  private final AddressRules addresses;

  ReceiverRules(WebhookSettings settings) {
    this.addresses = new AddressRules(settings.allow());
  }

  /** The URL, in ASCII. */
  String url(String text) {
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

  private static IllegalArgumentException invalidUrl() {
    return new IllegalArgumentException(
        "the URL must be absolute, begin with http: or https:, have no user, password or fragment, at most %d characters, and no address that isn't public"
            .formatted(LONGEST_URL));
  }

  /** The events of those names. */
  static Set<Kind> events(Collection<String> names) {
    if (names.isEmpty() || !KNOWN.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "the events must be one or more of "
              + KNOWN.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return names.stream().map(KNOWN::get).collect(Collectors.toUnmodifiableSet());
  }
}

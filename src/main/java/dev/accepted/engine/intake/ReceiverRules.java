package dev.accepted.engine.intake;

import dev.accepted.config.WebhookSettings;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.PublicUrl;
import java.util.Collection;
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
    return PublicUrl.parse(text, addresses).toASCIIString();
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

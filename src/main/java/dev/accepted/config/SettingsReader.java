package dev.accepted.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads {@link Settings}, gathering every fault before it complains. */
public final class SettingsReader {

  private static final String TYPE_PREFIX = "accepted.types.";
  private static final String SLOTS_SUFFIX = ".slots";

  /** The application's own executor has 128 threads; some answer requests meanwhile. */
  private static final long MOST_SLOTS = 96;

  private static final long MOST_STREAMS = 1_000_000;

  /** Each may take a thread of the executor while a name is looked up. */
  private static final long MOST_DELIVERIES = 32;

  /** Each is looked at with each event. */
  private static final long MOST_SUBSCRIPTIONS = 1_000;

  /** What the column of the input holds. */
  private static final long MOST_BODY_BYTES = 1 << 20;

  private final Config config;
  private final List<String> faults = new ArrayList<>();

  public SettingsReader(Config config) {
    this.config = config;
  }

  /**
   * The settings, each the operator's or its default.
   *
   * @throws InvalidSettings if one can't be used
   */
  public Settings read() {
    Settings defaults = Settings.in(value("accepted.data", Path::of, home()));
    Settings settings =
        new Settings(
            defaults.data(),
            value("accepted.content", Path::of, defaults.content()),
            s3(),
            store(),
            duration("accepted.lease", defaults.lease()),
            value("accepted.node", name -> name, machine()),
            duration("accepted.drain", defaults.drain()),
            value("accepted.linger", SettingsReader::wholeDuration, defaults.linger()),
            optional("accepted.server-state", name -> name),
            optional("accepted.public-url", SettingsReader::origin),
            value("accepted.store.power-safe", SettingsReader::flag, defaults.powerSafe()),
            positive("accepted.queue.limit", defaults.queueLimit()),
            (int) upTo(MOST_SLOTS, "accepted.slots", defaults.slots()),
            typeSlots(),
            duration("accepted.retain", defaults.retain()),
            duration("accepted.retain.max", defaults.maxRetain()),
            duration("accepted.tombstones", defaults.tombstones()),
            duration("accepted.events.history", defaults.history()),
            duration("accepted.idempotency", defaults.idempotency()),
            duration("accepted.wait.max", defaults.maxWait()),
            (int) upTo(MOST_STREAMS, "accepted.streams.max", defaults.maxStreams()),
            upTo(MOST_BODY_BYTES, "accepted.body.max", defaults.maxBodyBytes()),
            positive("accepted.file.max", defaults.maxFileBytes()),
            webhooks(defaults.webhooks()),
            messages(),
            optional("accepted.datasource", name -> name),
            optional("accepted.executor", name -> name),
            optional("accepted.announce", name -> name),
            optional("accepted.ffmpeg", Path::of));
    if (settings.s3().isPresent() && settings.maxFileBytes() > S3Bucket.MOST_BYTES) {
      faults.add("accepted.file.max: at most %d with a bucket".formatted(S3Bucket.MOST_BYTES));
    }
    if (!faults.isEmpty()) {
      throw new InvalidSettings(faults);
    }
    return settings;
  }

  private Optional<S3Bucket> s3() {
    return optional("accepted.content.s3.bucket", name -> name)
        .map(
            bucket ->
                new S3Bucket(
                    bucket,
                    value("accepted.content.s3.prefix", SettingsReader::folder, ""),
                    optional("accepted.content.s3.endpoint", SettingsReader::origin),
                    optional("accepted.content.s3.region", name -> name),
                    value("accepted.content.s3.path-style", SettingsReader::flag, false),
                    s3Keys()));
  }

  private Optional<S3Bucket.Keys> s3Keys() {
    Optional<String> access = optional("accepted.content.s3.access-key", key -> key);
    Optional<String> secret = optional("accepted.content.s3.secret-key", key -> key);
    if (access.isPresent() != secret.isPresent()) {
      faults.add("accepted.content.s3.access-key, accepted.content.s3.secret-key: both or neither");
    }
    return access.flatMap(key -> secret.map(shared -> new S3Bucket.Keys(key, shared)));
  }

  private Optional<SharedDatabase> store() {
    return optional("accepted.store.url", SettingsReader::postgres)
        .map(
            url ->
                new SharedDatabase(
                    url,
                    value("accepted.store.user", name -> name, "accepted"),
                    value("accepted.store.password", password -> password, "")));
  }

  private WebhookSettings webhooks(WebhookSettings defaults) {
    return new WebhookSettings(
        webhookSecret(),
        value("accepted.webhooks.allow", AllowedReceivers::parse, defaults.allow()),
        duration("accepted.webhooks.timeout", defaults.timeout()),
        value("accepted.webhooks.retries", SettingsReader::durations, defaults.retries()),
        (int) upTo(MOST_DELIVERIES, "accepted.webhooks.concurrency", defaults.most()),
        (int) upTo(MOST_DELIVERIES, "accepted.webhooks.concurrency.host", defaults.mostPerHost()),
        (int)
            upTo(MOST_SUBSCRIPTIONS, "accepted.webhooks.subscriptions", defaults.subscriptions()));
  }

  /** One that can't be used is not told either: it may be one with a slip. */
  private Optional<String> webhookSecret() {
    Optional<String> secret = optional("accepted.webhooks.secret", text -> text);
    try {
      return secret.map(WebhookSecretText::checked);
    } catch (IllegalArgumentException unusable) {
      faults.add("accepted.webhooks.secret: " + unusable.getMessage());
      return Optional.empty();
    }
  }

  private Optional<MessageSettings> messages() {
    String factory =
        value(
            "accepted.messages.connection-factory", name -> name, MessageSettings.DEFAULT_FACTORY);
    return optional("accepted.messages.topic", name -> name)
        .map(topic -> new MessageSettings(topic, factory));
  }

  private static List<Duration> durations(String list) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .map(SettingsReader::positiveDuration)
        .toList();
  }

  private Map<String, Integer> typeSlots() {
    Map<String, Integer> slots = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(TYPE_PREFIX) && name.endsWith(SLOTS_SUFFIX)) {
        String type = name.substring(TYPE_PREFIX.length(), name.length() - SLOTS_SUFFIX.length());
        slots.put(type, (int) positive(name, 1));
      }
    }
    return Map.copyOf(slots);
  }

  private long positive(String name, long fallback) {
    return value(name, SettingsReader::wholePositive, fallback);
  }

  private long upTo(long most, String name, long fallback) {
    long number = positive(name, fallback);
    if (number > most) {
      faults.add("%s = %d: at most %d".formatted(name, number, most));
    }
    return number;
  }

  private Duration duration(String name, Duration fallback) {
    return value(name, SettingsReader::positiveDuration, fallback);
  }

  private <T> T value(String name, Function<String, T> parser, T fallback) {
    return optional(name, parser).orElse(fallback);
  }

  private <T> Optional<T> optional(String name, Function<String, T> parser) {
    Optional<String> text = config.getOptionalValue(name, String.class).filter(t -> !t.isBlank());
    try {
      return text.map(String::strip).map(parser);
    } catch (RuntimeException unusable) {
      faults.add("%s = %s: %s".formatted(name, text.orElse(""), unusable.getMessage()));
      return Optional.empty();
    }
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return InetAddress.getLoopbackAddress().getHostAddress();
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"), ".accepted");
  }

  private static long wholePositive(String text) {
    long number = Long.parseLong(text);
    if (number < 1 || number > Integer.MAX_VALUE * 1024L) {
      throw new IllegalArgumentException("a whole number from 1 is needed");
    }
    return number;
  }

  private static Duration wholeDuration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration from zero is needed, such as PT5S");
    }
    return duration;
  }

  private static Duration positiveDuration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a duration above zero is needed, such as PT1H");
    }
    return duration;
  }

  private static String folder(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static String postgres(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("a URL that begins with jdbc:postgresql: is needed");
    }
    return url;
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false is needed");
    };
  }

  private static URI origin(String text) {
    URI uri = URI.create(text);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException("an absolute URL is needed, such as https://jobs.example");
    }
    return uri;
  }
}

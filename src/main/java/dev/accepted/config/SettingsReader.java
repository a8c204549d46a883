package dev.accepted.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads {@link Settings}, gathering every fault before it complains. */
public final class SettingsReader {

  private static final String TYPE_PREFIX = "accepted.types.";
  private static final String SLOTS_SUFFIX = ".slots";

  /** The application's own executor has 128 threads; some answer requests meanwhile. */
  private static final long MOST_SLOTS = 96;

  private static final long MOST_STREAMS = 1_000_000;

  /** Each has a row with an input of up to 1 MiB, and may submit a job a minute. */
  private static final long MOST_SCHEDULES = 100_000;

  /** What the column of the input holds. */
  private static final long MOST_BODY_BYTES = 1 << 20;

  private final PropertyReader properties;

  public SettingsReader(Config config) {
    this.properties = new PropertyReader(config);
  }

  /**
   * The settings, each the operator's or its default.
   *
   * @throws InvalidSettings if one can't be used
   */
  public Settings read() {
    Settings defaults = Settings.in(properties.value("accepted.data", Path::of, home()));
    StorageSettingsReader storage = new StorageSettingsReader(properties);
    NoticeSettingsReader notices = new NoticeSettingsReader(properties);
    InputSettingsReader inputs = new InputSettingsReader(properties);
    Optional<URI> publicUrl = properties.optional("accepted.public-url", PropertyReader::origin);
    Settings settings =
        new Settings(
            defaults.data(),
            properties.value("accepted.content", Path::of, defaults.content()),
            storage.s3(),
            storage.database(),
            properties.duration("accepted.lease", defaults.lease()),
            properties.value("accepted.node", name -> name, machine()),
            properties.duration("accepted.drain", defaults.drain()),
            properties.value("accepted.linger", PropertyReader::wholeDuration, defaults.linger()),
            properties.optional("accepted.server-state", name -> name),
            publicUrl,
            properties.value(
                "accepted.store.power-safe", PropertyReader::flag, defaults.powerSafe()),
            properties.positive("accepted.queue.limit", defaults.queueLimit()),
            (int) properties.upTo(MOST_SLOTS, "accepted.slots", defaults.slots()),
            typeSlots(),
            properties.duration("accepted.retain", defaults.retain()),
            properties.duration("accepted.retain.max", defaults.maxRetain()),
            properties.duration("accepted.tombstones", defaults.tombstones()),
            properties.duration("accepted.events.history", defaults.history()),
            properties.duration("accepted.idempotency", defaults.idempotency()),
            properties.duration("accepted.wait.max", defaults.maxWait()),
            (int) properties.upTo(MOST_STREAMS, "accepted.streams.max", defaults.maxStreams()),
            (int)
                properties.upTo(MOST_SCHEDULES, "accepted.schedules.max", defaults.maxSchedules()),
            properties.upTo(MOST_BODY_BYTES, "accepted.body.max", defaults.maxBodyBytes()),
            properties.positive("accepted.file.max", defaults.maxFileBytes()),
            notices.webhooks(defaults.webhooks()),
            inputs.inspections(),
            notices.messages(),
            properties.optional("accepted.datasource", name -> name),
            properties.optional("accepted.executor", name -> name),
            properties.optional("accepted.announce", name -> name),
            properties.optional("accepted.ffmpeg", Path::of),
            new AuthSettingsReader(properties).read(),
            new ThrottleSettingsReader(properties).throttle(defaults.throttle()),
            new QuotaSettingsReader(properties).quotas(),
            inputs.bodies(defaults.bodies()),
            inputs.uploads(defaults.uploads()),
            inputs.limits(defaults.limits()),
            inputs.hosts(publicUrl),
            new SecretSettingsReader(properties).read(),
            new LinkSettingsReader(properties).read(),
            new AuditSettingsReader(properties).audit());
    if (settings.s3().isPresent() && settings.maxFileBytes() > S3Bucket.MOST_BYTES) {
      properties.fault(
          "accepted.file.max: at most %d with a bucket".formatted(S3Bucket.MOST_BYTES));
    }
    if (!properties.faults().isEmpty()) {
      throw new InvalidSettings(properties.faults());
    }
    return settings;
  }

  private Map<String, Integer> typeSlots() {
    Map<String, Integer> slots = new HashMap<>();
    for (String name : properties.names()) {
      if (name.startsWith(TYPE_PREFIX) && name.endsWith(SLOTS_SUFFIX)) {
        String type = name.substring(TYPE_PREFIX.length(), name.length() - SLOTS_SUFFIX.length());
        slots.put(type, (int) properties.positive(name, 1));
      }
    }
    return Map.copyOf(slots);
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
}

package dev.accepted.config;

import java.util.List;
import java.util.stream.Stream;

/** Reads how often may be asked, and who is believed about where requests come from. */
final class ThrottleSettingsReader {

  /** As many as a bucket can give back in a minute. */
  private static final long MOST = 10_000_000_000L;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final PropertyReader properties;

  ThrottleSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  ThrottleSettings throttle(ThrottleSettings defaults) {
    return new ThrottleSettings(
        properties.value("accepted.throttle", PropertyReader::flag, defaults.on()),
        properties.value(
            "accepted.throttle.status", ThrottleSettingsReader::status, defaults.status()),
        properties.upTo(MOST, "accepted.throttle.polls", defaults.polls()),
        properties.upTo(MOST, "accepted.throttle.requests", defaults.requests()),
        properties.upTo(MOST, "accepted.throttle.offences", defaults.offences()),
        properties.duration("accepted.throttle.block", defaults.block()),
        properties.duration("accepted.throttle.block.max", defaults.longestBlock()),
        properties.value("accepted.proxies", ThrottleSettingsReader::blocks, defaults.proxies()));
  }

  private static int status(String text) {
    int status = Integer.parseInt(text);
    if (status != TOO_MANY_REQUESTS && status != UNAVAILABLE) {
      throw new IllegalArgumentException("429 or 503 is needed");
    }
    return status;
  }

  private static List<AddressBlock> blocks(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).map(AddressBlock::parse).toList();
  }
}

package dev.accepted.config;

import java.time.Duration;
import java.util.List;

/**
 * How often may be asked.
 *
 * @param on {@code accepted.throttle}: whether anybody is ever refused for asking too often
 * @param status {@code accepted.throttle.status}: what they are answered with, 429 or 503
 * @param polls {@code accepted.throttle.polls}: how many polls of one job's monitor may come before
 *     their {@code Retry-After}, in a minute, of one caller; or of one address, if nobody is signed
 *     in
 * @param requests {@code accepted.throttle.requests}: how many requests of any kind one caller or
 *     address has in a minute
 * @param offences {@code accepted.throttle.offences}: how many refused requests in a minute make an
 *     offender
 * @param block {@code accepted.throttle.block}: how long nothing of an offender is listened to, the
 *     first time; each further time twice as long
 * @param longestBlock {@code accepted.throttle.block.max}: what that grows to
 * @param proxies {@code accepted.proxies}: addresses whose word is taken for where a request comes
 *     from
 */
public record ThrottleSettings(
    boolean on,
    int status,
    long polls,
    long requests,
    long offences,
    Duration block,
    Duration longestBlock,
    List<AddressBlock> proxies) {

  /** Nobody who does as he is told ever meets them. */
  public static final ThrottleSettings DEFAULTS =
      new ThrottleSettings(
          true, 429, 10, 3_000_000, 20, Duration.ofSeconds(10), Duration.ofMinutes(10), List.of());

  public ThrottleSettings {
    proxies = List.copyOf(proxies);
  }
}

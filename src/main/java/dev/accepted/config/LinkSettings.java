package dev.accepted.config;

import java.time.Duration;

/**
 * Links to a job for somebody without an account.
 *
 * @param lifetime {@code accepted.links.lifetime}: the longest that one may count; zero for no
 *     links at all
 */
public record LinkSettings(Duration lifetime) {

  /** A month. */
  public static final LinkSettings DEFAULTS = new LinkSettings(Duration.ofDays(30));

  private static final Duration USUAL = Duration.ofDays(1);

  /** Whether there are any. */
  public boolean on() {
    return !lifetime.isZero();
  }

  /** How long one counts for which nothing else is asked. */
  public Duration usual() {
    return lifetime.compareTo(USUAL) < 0 ? lifetime : USUAL;
  }
}

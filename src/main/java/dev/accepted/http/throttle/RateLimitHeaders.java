package dev.accepted.http.throttle;

import dev.accepted.guard.throttle.Excess;
import dev.accepted.guard.throttle.Policy;

/**
 * How a limit is told (draft-ietf-httpapi-ratelimit-headers-11): structured fields (RFC 9651), each
 * a list of strings with parameters.
 */
final class RateLimitHeaders {

  static final String POLICY = "RateLimit-Policy";
  static final String LIMIT = "RateLimit";

  private RateLimitHeaders() {}

  /** What is allowed: {@code "polls";q=10;w=60}. */
  static String policy(Policy policy) {
    return "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.quota(), policy.window().toSeconds());
  }

  /**
   * What is left of it, which is nothing, and how long so: {@code "polls";r=0;t=3}. Never longer
   * than {@code Retry-After} (section 6).
   */
  static String limit(Excess excess) {
    return limit(excess.policy()) + excess.seconds();
  }

  /** The same up to the number of seconds. */
  static String limit(Policy policy) {
    return "\"" + policy.name() + "\";r=0;t=";
  }
}

package dev.accepted.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {

  private static final Duration MOST = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /** How long that is, at most a day; null if it is neither, or is over. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Duration asked =
        SECONDS.matcher(header.strip()).matches()
            ? Duration.ofSeconds(Long.parseLong(header.strip()))
            : until(DateUtils.parseStandardDate(header), now);
    if (asked.isZero() || asked.isNegative()) {
      return null;
    }
    return asked.compareTo(MOST) > 0 ? MOST : asked;
  }

  private static Duration until(@Nullable Instant date, Instant now) {
    return date == null ? Duration.ZERO : Duration.between(now, date);
  }
}

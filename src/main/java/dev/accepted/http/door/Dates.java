package dev.accepted.http.door;

import dev.accepted.http.header.HttpDate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Date} is to say (RFC 9110, section 6.6.1), where the server doesn't say it: Payara
 * Micro. The text is made once in a second.
 */
@ApplicationScoped
public class Dates {

  static final String DATE = "Date";

  /** Attribute of the requests whose answers are to say it. */
  static final String OURS = Dates.class.getName();

  @Inject Clock clock;

  /** A race makes it twice, and either is right. */
  private volatile @Nullable Second current;

  private record Second(long epoch, String text) {}

  String now() {
    Instant now = clock.instant();
    Second last = current;
    if (last == null || last.epoch != now.getEpochSecond()) {
      last = new Second(now.getEpochSecond(), HttpDate.of(now));
      current = last;
    }
    return last.text;
  }
}

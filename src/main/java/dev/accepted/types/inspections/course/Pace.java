package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.reading.Waits;
import java.time.Duration;

/** How long is waited before the next look: as an answer asks, within reason. */
final class Pace {

  private static final Duration UNTOLD = Duration.ofSeconds(1);
  private static final Duration LEAST = Duration.ofMillis(250);

  /** A monitor that asks for more is looked at sooner, and the report says so. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private Pace() {}

  static Duration after(Exchange answer) {
    Duration asked = Waits.asked(answer).orElse(UNTOLD);
    Duration least = asked.compareTo(LEAST) < 0 ? LEAST : asked;
    return least.compareTo(MOST) > 0 ? MOST : least;
  }
}

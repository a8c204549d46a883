package dev.accepted.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery that failed is tried again. Waits vary by a fifth, or all that failed together
 * would come back together.
 *
 * @param waits one for each further try
 * @param random from 0 to 1
 */
record Backoff(List<Duration> waits, DoubleSupplier random) {

  private static final double LEAST = 0.8;
  private static final double SPREAD = 0.4;

  /**
   * The time of the next try; empty if there is none.
   *
   * @param tries how many there were
   * @param asked the receiver wants to be left alone for so long; null if it didn't say
   */
  Optional<Instant> next(int tries, @Nullable Duration asked, Instant now) {
    if (tries > waits.size()) {
      return Optional.empty();
    }
    Duration usual = waits.get(tries - 1);
    Duration wait =
        Duration.ofMillis((long) (usual.toMillis() * (LEAST + SPREAD * random.getAsDouble())));
    return Optional.of(now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait));
  }
}

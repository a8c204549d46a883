package dev.accepted.bench.server;

import java.time.Duration;

/**
 * CPU time used up to a moment.
 *
 * @param nanos the moment, by {@link System#nanoTime}
 * @param machine by everything on the machine
 */
record Usage(long nanos, Duration server, Duration driver, Duration machine) {

  Cost since(Usage earlier) {
    Duration ours = server.minus(earlier.server);
    Duration own = driver.minus(earlier.driver);
    Duration all = machine.minus(earlier.machine);
    return new Cost(
        seconds(Duration.ofNanos(nanos - earlier.nanos)),
        seconds(ours),
        seconds(own),
        Math.max(0, seconds(all.minus(ours).minus(own))));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

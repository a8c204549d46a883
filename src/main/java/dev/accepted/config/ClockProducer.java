package dev.accepted.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Hands out the clock; tests make a settable one instead. */
@ApplicationScoped
public class ClockProducer {

  /** UTC, in whole milliseconds: what is stored and shown is then what was computed with. */
  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }
}

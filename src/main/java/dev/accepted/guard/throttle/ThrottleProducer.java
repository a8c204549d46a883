package dev.accepted.guard.throttle;

import dev.accepted.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands out what visitors are counted by, as the settings have it. */
@ApplicationScoped
public class ThrottleProducer {

  @Produces
  @Singleton
  public MonitorThrottle monitors(Clock clock, Settings settings) {
    return new MonitorThrottle(clock, settings.throttle().polls());
  }

  @Produces
  @Singleton
  public RequestThrottle requests(Clock clock, Settings settings) {
    return new RequestThrottle(clock, settings.throttle().requests());
  }

  @Produces
  @Singleton
  public Offenders offenders(Clock clock, Settings settings) {
    return new Offenders(
        clock,
        BlockRule.of(
            settings.throttle().offences(),
            settings.throttle().block(),
            settings.throttle().longestBlock()));
  }
}

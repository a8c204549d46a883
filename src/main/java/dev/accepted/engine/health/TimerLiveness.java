package dev.accepted.engine.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the timers tick: without them, nothing is retried, timed out or expired. */
@Liveness
@ApplicationScoped
public class TimerLiveness implements HealthCheck {

  @Inject private EngineHealth health;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("timers").status(health.timersTick()).build();
  }
}

package dev.accepted.engine.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the store answers: without it, nothing can be accepted. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  @Inject private EngineHealth health;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("job-store").status(health.storeAnswers()).build();
  }
}

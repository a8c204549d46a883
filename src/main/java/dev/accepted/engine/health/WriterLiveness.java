package dev.accepted.engine.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the store's writer gets on: nothing is accepted or finished without it. */
@Liveness
@ApplicationScoped
public class WriterLiveness implements HealthCheck {

  @Inject private EngineHealth health;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("store-writer").status(health.writerWorks()).build();
  }
}

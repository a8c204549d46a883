package dev.accepted.engine.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the node stops: it then hands its jobs back, and takes on no more. */
@Readiness
@ApplicationScoped
public class NodeReadiness implements HealthCheck {

  @Inject private EngineHealth health;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("node-serves").status(!health.isDraining()).build();
  }
}

package dev.accepted.http.undertow;

import dev.accepted.http.throttle.EarlyGate;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts an {@link EarlyAnswer} before everything of the application. */
public class EarlyGates implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        next -> {
          EarlyAnswer early = new EarlyAnswer(next);
          context.setAttribute(EarlyGate.Listener.class.getName(), early);
          return early;
        });
  }
}

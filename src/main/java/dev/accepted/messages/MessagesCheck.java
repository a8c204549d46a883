package dev.accepted.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows whether events are published. Always up: jobs don't need the broker, so nobody should be
 * sent elsewhere for it.
 */
@Readiness
@ApplicationScoped
public class MessagesCheck implements HealthCheck {

  @Inject private Messages messages;

  @Override
  public HealthCheckResponse call() {
    Messages.State state = messages.state();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("messages").up().withData("state", state.doing().wireName());
    state.since().ifPresent(since -> answer.withData("since", since.toString()));
    return answer.build();
  }
}

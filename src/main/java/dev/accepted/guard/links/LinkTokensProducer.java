package dev.accepted.guard.links;

import dev.accepted.config.Settings;
import dev.accepted.guard.secrets.ServerSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands out what signs links, with the server's secret. */
@ApplicationScoped
public class LinkTokensProducer {

  @Produces
  @Singleton
  public LinkTokens tokens(ServerSecret secret, Settings settings, Clock clock) {
    return new LinkTokens(secret, settings.links(), clock);
  }
}

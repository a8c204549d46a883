package dev.accepted.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands out the settings. */
@ApplicationScoped
public class SettingsProducer {

  /** Read once. */
  @Produces
  @Singleton
  public Settings settings() {
    return new SettingsReader(ConfigProvider.getConfig()).read();
  }
}

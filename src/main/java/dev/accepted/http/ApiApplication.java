package dev.accepted.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything under {@code /api}. */
@ApplicationPath("api")
public class ApiApplication extends Application {

  /**
   * Jersey would else describe itself in answers to OPTIONS, and make a {@code Location} absolute
   * that the simulator has relative on purpose; all others are absolute anyway.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl",
        true,
        "jersey.config.server.headers.location.relative.resolution.disabled",
        true);
  }
}

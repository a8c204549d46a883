package dev.accepted.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything under {@code /api}. */
@ApplicationPath("api")
public class ApiApplication extends Application {

  /** Jersey would else describe itself in answers to OPTIONS. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}

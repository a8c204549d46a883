package dev.accepted.http.wire;

import dev.accepted.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;

/** Knows what URLs begin with: the operator's public URL or, without one, what the client used. */
@ApplicationScoped
public class PublicUrls {

  @Inject Settings settings;

  /** The URLs as the client of that request should see them. */
  public Urls seenBy(UriInfo request) {
    return settings
        .publicUrl()
        .map(origin -> new Urls(origin.resolve("/api/").toString()))
        .orElseGet(() -> new Urls(request.getBaseUri().toString()));
  }
}

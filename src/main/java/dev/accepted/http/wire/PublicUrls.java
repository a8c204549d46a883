package dev.accepted.http.wire;

import dev.accepted.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.regex.Pattern;

/** Knows what URLs begin with: the operator's public URL or, without one, what the client used. */
@ApplicationScoped
public class PublicUrls {

  private static final Pattern ORIGIN = Pattern.compile("^([^/]*//[^/]*).*", Pattern.DOTALL);

  @Inject Settings settings;

  /** The URLs as the client of that request should see them. */
  public Urls seenBy(UriInfo request) {
    return seenAt(request.getBaseUri());
  }

  /**
   * The same outside of JAX-RS.
   *
   * @param request where a request was sent, without its query
   */
  public Urls seenBy(CharSequence request) {
    return seenAt(URI.create(ORIGIN.matcher(request).replaceFirst("$1/api/")));
  }

  /** Whether the client of that request sees https. */
  public boolean areSecure(HttpServletRequest request) {
    return settings
        .publicUrl()
        .map(origin -> "https".equalsIgnoreCase(origin.getScheme()))
        .orElseGet(request::isSecure);
  }

  private Urls seenAt(URI base) {
    return new Urls(
        settings
            .publicUrl()
            .map(origin -> origin.resolve(base.getRawPath()))
            .orElse(base)
            .toString());
  }
}

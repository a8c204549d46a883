package dev.accepted.http.browser;

import dev.accepted.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Knows which pages are this server's own. */
@ApplicationScoped
public class OwnOrigins {

  private static final String ORIGIN = "Origin";
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  @Inject Settings settings;

  /**
   * Whether a page of another origin had the request sent. Browsers say so in {@code
   * Sec-Fetch-Site} (Fetch Metadata), which no page can forge, or else in {@code Origin} (RFC
   * 6454); programs send neither. Behind a proxy that gives {@code Host} another value, the page's
   * origin is the public URL's.
   */
  public boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader(ORIGIN);
    if (origin != null && isPublic(origin)) {
      return false;
    }
    String site = request.getHeader(FETCH_SITE);
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    return origin != null && !isAt(origin, request.getHeader("Host"));
  }

  /**
   * Whether it is certain that a page of this server's had it sent. A browser says so with each
   * request that may change something; whoever says nothing is none.
   */
  public boolean isOwn(HttpServletRequest request) {
    boolean said =
        request.getHeader(ORIGIN) != null || "same-origin".equals(request.getHeader(FETCH_SITE));
    return said && !isForeign(request);
  }

  private boolean isPublic(String origin) {
    return settings.publicUrl().isPresent()
        && isAt(origin, settings.publicUrl().get().getRawAuthority());
  }

  private static boolean isAt(String origin, @Nullable String authority) {
    try {
      String own = URI.create(origin).getRawAuthority();
      return own != null && own.equalsIgnoreCase(authority);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}

package dev.accepted.types.inspections.reading;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** References and what they lead to. */
public final class Urls {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Urls() {}

  /**
   * Where a reference leads, seen from there; empty if it is not http or https, or not readable.
   */
  public static Optional<URI> resolve(URI base, String reference) {
    try {
      URI url = base.resolve(reference.strip());
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && url.getHost() != null
              && url.getRawUserInfo() == null;
      return usable ? Optional.of(withoutFragment(url)) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static URI withoutFragment(URI url) {
    String text = url.toASCIIString();
    int hash = text.indexOf('#');
    return URI.create(hash < 0 ? text : text.substring(0, hash));
  }

  /** Whether both are of one origin (RFC 6454): scheme, host and port. */
  public static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    return url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
  }

  /** Whether the way leads from https to http. */
  public static boolean isDowngrade(URI from, URI to) {
    return "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
  }
}

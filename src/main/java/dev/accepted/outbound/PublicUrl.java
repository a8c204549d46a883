package dev.accepted.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which URLs of others may be called, for all that their text tells. */
public final class PublicUrl {

  private static final int LONGEST = 2000;
  private static final int MOST_PORT = 65_535;

  private PublicUrl() {}

  /**
   * The URL.
   *
   * @throws IllegalArgumentException if it can't be called; the message says what can
   */
  public static URI parse(String text, AddressRules addresses) {
    return usable(text)
        .filter(url -> addresses.permitText(url.getHost()))
        .orElseThrow(() -> invalid(", and no address that isn't public"));
  }

  /**
   * The URL, whatever address it has.
   *
   * @throws IllegalArgumentException if it can't be called; the message says what can
   */
  public static URI parse(String text) {
    return usable(text).orElseThrow(() -> invalid(""));
  }

  private static Optional<URI> usable(String text) {
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          text.length() <= LONGEST
              && (scheme.equals("http") || scheme.equals("https"))
              && url.getHost() != null
              && url.getPort() <= MOST_PORT
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null;
      return usable ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException unusable) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException invalid(String further) {
    return new IllegalArgumentException(
        "the URL must be absolute, begin with http: or https:, have no user, password or fragment, at most %d characters%s"
            .formatted(LONGEST, further));
  }
}

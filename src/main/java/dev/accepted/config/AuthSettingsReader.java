package dev.accepted.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how callers are known. */
final class AuthSettingsReader {

  private static final String NONE = "none";
  private static final String KEYS = "keys";
  private static final String OIDC = "oidc";
  private static final Set<String> WAYS = Set.of(NONE, KEYS, OIDC);
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final PropertyReader properties;

  AuthSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  AuthSettings read() {
    Optional<Set<String>> said = properties.optional("accepted.auth", AuthSettingsReader::ways);
    Set<String> ways = said.orElse(Set.of(NONE));
    boolean open = properties.value("accepted.auth.open", PropertyReader::flag, false);
    if (open && !said.equals(Optional.of(Set.of(NONE)))) {
      properties.fault(
          "accepted.auth.open = true: this opens the server to everybody, and needs accepted.auth = none beside it");
    }
    if (ways.contains(NONE) && !open) {
      properties
          .optional("jboss.bind.address", address -> address)
          .filter(AuthSettingsReader::isOpenToOthers)
          .ifPresent(
              address ->
                  properties.fault(
                      "accepted.auth = none, and the server listens at %s (jboss.bind.address): it would be open to everybody. Set accepted.auth to keys, or accepted.auth = none and accepted.auth.open = true, both, if that is meant"
                          .formatted(address)));
    }
    return new AuthSettings(
        ways.contains(KEYS),
        open,
        ways.contains(OIDC) ? new IssuerSettingsReader(properties).read() : Optional.empty(),
        properties.secret("accepted.auth.admin-key.hash", AuthSettingsReader::digest),
        properties.duration("accepted.auth.session", AuthSettings.DEFAULTS.session()));
  }

  /** A name that isn't an address is looked at when requests arrive there. */
  private static boolean isOpenToOthers(String address) {
    return AddressBlock.address(address).filter(at -> !at.isLoopbackAddress()).isPresent();
  }

  private static Set<String> ways(String list) {
    Set<String> ways =
        Stream.of(list.split(",", -1))
            .map(String::strip)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!WAYS.containsAll(ways) || (ways.contains(NONE) && ways.size() > 1)) {
      throw new IllegalArgumentException("none, keys, oidc or keys,oidc is needed");
    }
    return ways;
  }

  private static String digest(String text) {
    String digest = text.toLowerCase(Locale.ROOT);
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("the 64 hexadecimal digits of a SHA-256 are needed");
    }
    return digest;
  }
}

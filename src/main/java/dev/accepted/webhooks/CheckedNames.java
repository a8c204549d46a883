package dev.accepted.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the client that connects, and hands out only addresses that may be called.
 * What was checked is what is connected to: nobody asks for the name's address a second time.
 */
final class CheckedNames implements DnsResolver {

  private final NameResolver names;
  private final AddressRules rules;

  CheckedNames(NameResolver names, AddressRules rules) {
    this.names = names;
    this.rules = rules;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] permitted =
        Arrays.stream(names.resolve(host))
            .filter(address -> rules.permit(host, address))
            .toArray(InetAddress[]::new);
    if (permitted.length == 0) {
      throw new AddressRefused(host);
    }
    return permitted;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

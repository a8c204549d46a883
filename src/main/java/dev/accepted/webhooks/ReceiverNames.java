package dev.accepted.webhooks;

import dev.accepted.outbound.CheckedNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves names for the client that connects. */
final class ReceiverNames implements DnsResolver {

  private final CheckedNames names;

  ReceiverNames(CheckedNames names) {
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return names.resolve(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

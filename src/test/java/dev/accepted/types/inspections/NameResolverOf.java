package dev.accepted.types.inspections;

import dev.accepted.config.AddressBlock;
import dev.accepted.outbound.NameResolver;
import java.net.InetAddress;

/** Names of tests. */
final class NameResolverOf {

  private NameResolverOf() {}

  /** Addresses are themselves; names are those of another resolver. */
  static NameResolver literalsAnd(NameResolver names) {
    return host -> {
      var itself = AddressBlock.address(host);
      return itself.isPresent() ? new InetAddress[] {itself.get()} : names.resolve(host);
    };
  }
}

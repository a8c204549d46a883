package dev.accepted.config;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be called although it is not a public address.
 *
 * @param hosts names of hosts, in lower case, whatever their address
 * @param blocks addresses
 */
public record AllowedReceivers(Set<String> hosts, List<AddressBlock> blocks) {

  /** Nothing. */
  public static final AllowedReceivers NONE = new AllowedReceivers(Set.of(), List.of());

  public AllowedReceivers {
    hosts = Set.copyOf(hosts);
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads a list, separated by commas, of names, addresses and blocks of addresses.
   *
   * @throws IllegalArgumentException if one is none of them
   */
  static AllowedReceivers parse(String list) {
    Set<String> hosts = new HashSet<>();
    List<AddressBlock> blocks = new ArrayList<>();
    for (String one : list.split(",", -1)) {
      String text = one.strip();
      if (AddressBlock.isMeant(text)) {
        blocks.add(AddressBlock.parse(text));
      } else if (!text.isEmpty()) {
        hosts.add(text.toLowerCase(Locale.ROOT));
      }
    }
    return new AllowedReceivers(hosts, blocks);
  }

  /** True if that host at that address is one of them. */
  public boolean contain(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT))
        || blocks.stream().anyMatch(block -> block.contains(address));
  }
}

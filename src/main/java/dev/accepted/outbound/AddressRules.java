package dev.accepted.outbound;

import dev.accepted.config.AddressBlock;
import dev.accepted.config.AllowedReceivers;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be called. On a server: public ones, and what the operator allows, since a
 * client must not use this server to reach what only this server can reach.
 */
public final class AddressRules {

  /** What the registries of special-purpose addresses (RFC 6890 and its successors) hold. */
  private static final List<AddressBlock> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10", // between a provider and its customers
              "127.0.0.0/8",
              "168.63.129.16", // a cloud's own services
              "169.254.0.0/16", // link-local, and clouds' metadata
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4", // multicast
              "240.0.0.0/4",
              "2001::/23", // Teredo among them, which holds an IPv4 address
              "2001:db8::/32",
              "2002::/16", // 6to4, which holds one too
              "3fff::/20")
          .map(AddressBlock::parse)
          .toList();

  /** All that is public today; IPv4 addresses within IPv6 ones lie elsewhere. */
  private static final AddressBlock GLOBAL = AddressBlock.parse("2000::/3");

  /** Where clouds tell a machine what is its own, its credentials among it. */
  private static final List<AddressBlock> METADATA =
      Stream.of(
              "169.254.0.0/16", // link-local
              "fe80::/10",
              "64:ff9b::a9fe:0/112", // the same, translated
              "fd00:ec2::/32",
              "fd20:ce::254",
              "100.100.100.200",
              "168.63.129.16",
              "192.0.0.192")
          .map(AddressBlock::parse)
          .toList();

  private final BiPredicate<String, InetAddress> permitted;

  private AddressRules(BiPredicate<String, InetAddress> permitted) {
    this.permitted = permitted;
  }

  /** The rules of a server, with what its operator allows beyond them. */
  public AddressRules(AllowedReceivers allowed) {
    this((host, address) -> isPublic(address) || allowed.contain(host, address));
  }

  /**
   * The rules of a program that acts for the person who runs it, and who can reach all that it
   * reaches: private addresses may be called, too, unless the first address was public. So nobody
   * out there sends it to what only that person can reach. What is never called are link-local
   * addresses and others at which clouds hand out a machine's credentials.
   */
  public static AddressRules likeTheFirst() {
    AtomicReference<@Nullable Boolean> firstIsPublic = new AtomicReference<>();
    return new AddressRules(
        (host, address) -> {
          if (METADATA.stream().anyMatch(block -> block.contains(address))) {
            return false;
          }
          firstIsPublic.compareAndSet(null, isPublic(address));
          return isPublic(address) || Boolean.FALSE.equals(firstIsPublic.get());
        });
  }

  /** No rules at all. */
  public static AddressRules none() {
    return new AddressRules((host, address) -> true);
  }

  /** Whether that host may be called at that address. */
  public boolean permit(String host, InetAddress address) {
    return permitted.test(host, address);
  }

  /**
   * Whether a host of a URL may be called for all that its text tells: a name may, whatever its
   * address turns out to be.
   */
  public boolean permitText(String host) {
    String text = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    Optional<InetAddress> address = AddressBlock.address(text);
    return address.isEmpty() || permit(host, address.get());
  }

  private static boolean isPublic(InetAddress address) {
    return (address instanceof Inet4Address || GLOBAL.contains(address))
        && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
  }
}

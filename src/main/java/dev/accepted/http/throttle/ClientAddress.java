package dev.accepted.http.throttle;

import dev.accepted.config.AddressBlock;
import dev.accepted.http.header.ForwardedHeader;
import dev.accepted.http.header.QuotedList;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from. A proxy's word is taken for it only if the proxy is trusted; then the
 * nearest address counts that is not a trusted proxy's: whatever stands before it, the client may
 * have written itself.
 */
final class ClientAddress {

  /** The part of an IPv6 address that a site is given; the rest it chooses (RFC 6177). */
  private static final int SITE_BYTES = 8;

  private static final String SITE = "/64";

  /** With a port or without, in brackets or not; RFC 7239, section 6. */
  private static final Pattern NODE =
      Pattern.compile("\\[([^\\]]*)\\](?::[0-9A-Za-z._-]+)?|([0-9.]+)(?::[0-9A-Za-z._-]+)?|(.*)");

  /** A word that stands for an address, always the same one as long as the proxy likes. */
  private static final Pattern OBFUSCATED =
      Pattern.compile("(_[A-Za-z0-9._-]{1,64})(?::[0-9A-Za-z._-]+)?");

  private final List<AddressBlock> proxies;

  /**
   * What tells addresses.
   *
   * @param proxies whose word is taken
   */
  ClientAddress(List<AddressBlock> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  /** Whether there are any proxies whose headers are to be looked at. */
  boolean asksProxies() {
    return !proxies.isEmpty();
  }

  /** The address of a connection's other end, where no proxy is asked. */
  static String direct(String peer) {
    return peer.indexOf(':') < 0 ? peer : address(peer).map(ClientAddress::site).orElse(peer);
  }

  /**
   * The address of the client.
   *
   * @param peer the connection's other end
   * @param forwarded all lines of {@code Forwarded}; if there is one, the other header is not
   *     looked at
   * @param forwardedFor all lines of {@code X-Forwarded-For}
   * @return an address, of IPv6 the first 64 bits, or the word by which a trusted proxy hides it
   */
  String of(String peer, List<String> forwarded, List<String> forwardedFor) {
    Optional<InetAddress> nearest = address(peer);
    if (nearest.isEmpty() || !isProxy(nearest.get())) {
      return direct(peer);
    }
    List<String> nodes =
        forwarded.isEmpty()
            ? QuotedList.splitAll(forwardedFor, ',')
            : ForwardedHeader.nodes(forwarded);
    InetAddress last = nearest.get();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      String node = nodes.get(i);
      Optional<InetAddress> named = address(node);
      if (named.isEmpty()) {
        Matcher word = OBFUSCATED.matcher(node);
        return word.matches() ? word.group(1) : site(last);
      }
      last = named.get();
      if (!isProxy(last)) {
        break;
      }
    }
    return site(last);
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(block -> block.contains(address));
  }

  private static Optional<InetAddress> address(String node) {
    Matcher form = NODE.matcher(node);
    if (!form.matches()) {
      return Optional.empty();
    }
    String text = form.group(1) != null ? form.group(1) : form.group(2);
    // A bare IPv6 address may name the interface it was seen on.
    String bare = text != null ? text : form.group(3).replaceFirst("%.*", "");
    return AddressBlock.address(bare);
  }

  private static String site(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return String.valueOf(address.getHostAddress());
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, SITE_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + SITE;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible); // it has the right length
    }
  }
}

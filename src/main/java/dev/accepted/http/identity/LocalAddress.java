package dev.accepted.http.identity;

import dev.accepted.config.AddressBlock;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The address at which a request has arrived. */
final class LocalAddress {

  private static final String USUAL = "127.0.0.1";

  private LocalAddress() {}

  /** Whether only this machine can send there. What is not an address isn't one that it can. */
  static boolean isLoopback(@Nullable String address) {
    if (USUAL.equals(address)) {
      return true;
    }
    return address != null
        && AddressBlock.address(withoutZone(address))
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}

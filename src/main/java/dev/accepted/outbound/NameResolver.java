package dev.accepted.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface NameResolver {

  /** As the machine does. */
  NameResolver SYSTEM = InetAddress::getAllByName;

  /**
   * All addresses of a host.
   *
   * @param host a name, or an address in text
   * @throws UnknownHostException if there are none
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}

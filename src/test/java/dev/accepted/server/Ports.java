package dev.accepted.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

  // Below the ports that outgoing connections get: a port stays free while its server is down.
  private static final int LOWEST = 20_000;
  private static final int BEYOND = 32_000;

  private Ports() {}

  /** Whether nobody listens there. */
  public static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** A port nobody listens on. */
  public static int anyFree() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, BEYOND)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow();
  }
}

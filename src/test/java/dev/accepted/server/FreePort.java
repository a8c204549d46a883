package dev.accepted.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails before the server starts if another listens at its address: servers start in spite of that,
 * and the tests would talk to a stranger.
 */
final class FreePort implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(FreePort.class))
        .getOrComputeIfAbsent(FreePort.class, once -> checked());
  }

  private static int checked() {
    int port = URI.create(System.getProperty("accepted.url")).getPort();
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException taken) {
      throw new IllegalStateException("port " + port + " is taken; see -Dtest.port", taken);
    }
  }
}

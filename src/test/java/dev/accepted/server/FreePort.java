package dev.accepted.server;

import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails before the server starts if another listens at its address: servers start in spite of that,
 * and the tests would talk to a stranger.
 */
final class FreePort implements BeforeAllCallback {

  private final int port = URI.create(System.getProperty("accepted.url")).getPort();

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(FreePort.class))
        .getOrComputeIfAbsent(FreePort.class, once -> checked());
  }

  private int checked() {
    if (!Ports.isFree(port)) {
      throw new IllegalStateException("port " + port + " is taken; see -Dtest.port");
    }
    return port;
  }
}

package dev.accepted.server;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails before the server starts if another listens at its address: servers start in spite of that,
 * and the tests would talk to a stranger. Payara Micro is started anew for each class, and the one
 * before may take a while to let go of its port.
 */
final class FreePort implements BeforeAllCallback {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final int port = URI.create(System.getProperty("accepted.url")).getPort();

  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty("arquillian.launch").equals("payara")) {
      awaitFree();
    } else {
      context
          .getRoot()
          .getStore(Namespace.create(FreePort.class))
          .getOrComputeIfAbsent(FreePort.class, once -> checked());
    }
  }

  private void awaitFree() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Ports.isFree(port) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    checked();
  }

  private int checked() {
    if (!Ports.isFree(port)) {
      throw new IllegalStateException("port " + port + " is taken; see -Dtest.port");
    }
    return port;
  }
}

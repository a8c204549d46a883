package dev.accepted.http;

import dev.accepted.server.OwnServer;
import dev.accepted.server.ServerSetup;
import dev.accepted.webhooks.Receiver;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of a test class's own, which may call this machine by the name {@code localhost} alone:
 * what is refused by its address is to be seen, too. Each test has a receiver.
 */
public final class ReceivingServer
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private final OwnServer server;
  private @Nullable Receiver receiver;

  /** Not started yet. */
  public ReceivingServer(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("accepted.webhooks.allow", "localhost");
    server = new OwnServer(all);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    server.beforeAll(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.afterAll(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    receiver = new Receiver();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    receiver().close();
  }

  /** How it was started; the same server can be started again. */
  public ServerSetup setup() {
    return server.setup();
  }

  /** A client of it. */
  public Api api() {
    return server.api();
  }

  /** Who receives in this test. */
  public Receiver receiver() {
    return Objects.requireNonNull(receiver);
  }
}

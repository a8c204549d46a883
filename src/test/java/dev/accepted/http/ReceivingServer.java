package dev.accepted.http;

import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import dev.accepted.webhooks.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
final class ReceivingServer
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private final Map<String, String> settings;
  private @Nullable ServerSetup setup;
  private @Nullable ServerProcess process;
  private @Nullable Receiver receiver;

  /** Not started yet. */
  ReceivingServer(Map<String, String> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "receiving"));
    ServerSetup begun =
        ServerSetup.in(Files.createTempDirectory(folder, "server"))
            .with("accepted.webhooks.allow", "localhost");
    for (var setting : settings.entrySet()) {
      begun = begun.with(setting.getKey(), setting.getValue());
    }
    setup = begun;
    process = ServerProcess.start(begun);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Objects.requireNonNull(process).close();
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
  ServerSetup setup() {
    return Objects.requireNonNull(setup);
  }

  /** A client of it. */
  Api api() {
    return new Api(setup().url());
  }

  /** Who receives in this test. */
  Receiver receiver() {
    return Objects.requireNonNull(receiver);
  }
}

package dev.accepted.server;

import dev.accepted.http.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of a test class's own, with other settings than the one that is deployed to. Its log
 * stays below {@code target}, in a folder that is called after the class.
 */
public final class OwnServer implements BeforeAllCallback, AfterAllCallback {

  private static final Path FOLDERS = Path.of("target", "own-servers");

  private final Supplier<Map<String, String>> settings;
  private @Nullable ServerSetup setup;
  private @Nullable ServerProcess process;

  /** Not started yet; the settings are what differs from the usual ones. */
  public OwnServer(Map<String, String> settings) {
    this(() -> settings);
  }

  /** The same where settings are known only when it starts. */
  public OwnServer(Supplier<Map<String, String>> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    ServerSetup begun =
        ServerSetup.in(Folders.empty(FOLDERS.resolve(context.getRequiredTestClass().getName())));
    for (var setting : settings.get().entrySet()) {
      begun = begun.with(setting.getKey(), setting.getValue());
    }
    setup = begun;
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (process != null) {
      process.close();
      // Each has an encoder of its own there, of sixty megabytes.
      Folders.empty(setup().folder().resolve("data"));
    }
  }

  /** Starts it again after it was killed or stopped, with its data and at its address. */
  public void start() throws IOException, InterruptedException {
    process = ServerProcess.start(setup());
  }

  /** How it was started. */
  public ServerSetup setup() {
    return Objects.requireNonNull(setup);
  }

  /** The process that runs. */
  public ServerProcess process() {
    return Objects.requireNonNull(process);
  }

  /** Where it answers, without a slash at its end. */
  public String url() {
    return setup().url();
  }

  /** What it has printed. */
  public Path log() {
    return setup().folder().resolve("server.log");
  }

  /** A client of it. */
  public Api api() {
    return new Api(url());
  }
}

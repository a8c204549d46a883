package dev.accepted.faults.site;

import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is started, broken and started again, always at the same address. */
public final class Node implements AutoCloseable {

  /** How long a client waits for an answer before it asks again, or another node. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final String name;
  private final ServerSetup setup;
  private final Api api;
  private volatile @Nullable ServerProcess process;

  public Node(String name, ServerSetup setup) {
    this.name = name;
    this.setup = setup;
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    this.api = new Api(setup.url(), client, PATIENCE);
  }

  public String name() {
    return name;
  }

  /** A client of it. */
  public Api api() {
    return api;
  }

  /** Where it keeps what is its own. */
  public Path folder() {
    return setup.folder();
  }

  /** Where its data is. */
  public Path data() {
    return Path.of(setup.settings().get("accepted.data"));
  }

  /** Starts it, and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    ServerProcess started = ServerProcess.launch(setup);
    started.endWithThisJvm();
    process = started;
    started.awaitAnswer();
  }

  /** The process id of its JVM. */
  public long pid() {
    return running().pid();
  }

  /** SIGKILL. */
  public void kill() {
    running().kill();
  }

  /** SIGTERM, and waits for its end. */
  public void stop() {
    running().stop();
  }

  /** SIGSTOP. */
  public void freeze() throws IOException, InterruptedException {
    running().freeze();
  }

  /** SIGCONT. */
  public void thaw() throws IOException, InterruptedException {
    running().thaw();
  }

  private ServerProcess running() {
    ServerProcess now = process;
    if (now == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return now;
  }

  @Override
  public void close() {
    ServerProcess last = process;
    if (last != null) {
      last.stop();
    }
  }
}

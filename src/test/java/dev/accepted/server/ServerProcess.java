package dev.accepted.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A whole server as a process of its own, which a test may kill. What it prints is appended to
 * {@code server.log} in its folder.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ServerSetup setup;
  private final Process process;

  private ServerProcess(ServerSetup setup, Process process) {
    this.setup = setup;
    this.process = process;
  }

  /**
   * Starts a server, and waits until the application answers.
   *
   * @throws IllegalStateException if it doesn't start, with the end of its log
   */
  public static ServerProcess start(ServerSetup setup) throws IOException, InterruptedException {
    ServerProcess server = launch(setup);
    try {
      server.awaitAnswer();
      return server;
    } catch (RuntimeException | InterruptedException failed) {
      server.kill();
      throw failed;
    }
  }

  /** Starts a server, and waits for nothing. */
  public static ServerProcess launch(ServerSetup setup) throws IOException {
    if (!Ports.isFree(setup.port())) {
      throw new IllegalStateException("port " + setup.port() + " is taken");
    }
    return new ServerProcess(setup, process(setup));
  }

  /** Where it answers, without a slash at its end. */
  public String url() {
    return setup.url();
  }

  /** The process id of the server's JVM. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as a loss of power would, but for what the operating system still writes (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    if (!endsWithin(STOP)) {
      throw new IllegalStateException("process " + pid() + " lives on");
    }
  }

  /** Stops all its threads where they are (SIGSTOP); its connections stay open. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on after {@link #freeze} (SIGCONT). */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("process " + pid() + " can't be sent " + name);
    }
  }

  /** Sees to it that the server doesn't outlive this JVM, however that ends. */
  public void endWithThisJvm() {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Asks it to shut down (SIGTERM); if it takes too long, it is killed. */
  public void stop() {
    process.destroy();
    if (!endsWithin(STOP)) {
      kill();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static Process process(ServerSetup setup) throws IOException {
    Path temporary = Files.createDirectories(setup.folder().resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(setup.kind().jvmOptions(setup));
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    setup.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(setup.jvmOptions());
    command.addAll(setup.kind().program(setup));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ACCEPTED_"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log(setup).toFile()))
        .start();
  }

  /**
   * Waits until the application answers.
   *
   * @throws IllegalStateException if it does not, with the end of its log
   */
  public void awaitAnswer() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/api/problems"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long end = System.nanoTime() + START.toNanos();
    while (!answers(client, request)) {
      boolean dead = process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      if (dead || System.nanoTime() > end) {
        throw new IllegalStateException((dead ? "ended" : "does not answer") + ":\n" + logEnd());
      }
    }
  }

  private boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == setup.up();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private String logEnd() {
    try {
      List<String> lines = Files.readAllLines(log(setup));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static Path log(ServerSetup setup) {
    return setup.folder().resolve("server.log");
  }
}

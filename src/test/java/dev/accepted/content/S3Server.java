package dev.accepted.content;

import dev.accepted.server.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that speaks S3 and checks signatures, over a folder; a process of its own, which a test
 * may stop and start again at the same address.
 */
public final class S3Server implements AutoCloseable {

  private static final Path JAR = Path.of("target/test-store/s3proxy.jar");
  private static final String BUCKET = "accepted";
  private static final String ACCESS = "node";
  private static final String SECRET = "for-tests-only";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path folder;
  private final int port;
  private Process process;

  private S3Server(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts one with an empty bucket. */
  public static S3Server start(Path folder) throws IOException {
    S3Server server = new S3Server(folder, Ports.anyFree());
    Files.createDirectories(server.bucket());
    server.start();
    return server;
  }

  /** The folder of what is kept. */
  private Path bucket() {
    return folder.resolve("buckets").resolve(BUCKET);
  }

  /** The settings that lead here. */
  public Map<String, String> settings() {
    return settings(port);
  }

  /** The same by way of another port, behind which something stands in between. */
  public Map<String, String> settings(int via) {
    return Map.of(
        "accepted.content.s3.bucket",
        BUCKET,
        "accepted.content.s3.prefix",
        "jobs of a test",
        "accepted.content.s3.endpoint",
        "http://127.0.0.1:" + via,
        "accepted.content.s3.path-style",
        "true",
        "accepted.content.s3.access-key",
        ACCESS,
        "accepted.content.s3.secret-key",
        SECRET);
  }

  public int port() {
    return port;
  }

  /** Starts it, again or for the first time, and waits until it answers. */
  public void start() throws IOException {
    Path properties = folder.resolve("s3proxy.properties");
    Files.writeString(
        properties,
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(port, ACCESS, SECRET, folder.resolve("buckets")));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                JAR.toString(),
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(folder.resolve("s3proxy.log").toFile()))
            .start();
    Process started = process;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    awaitAnswer();
  }

  private void awaitAnswer() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        client.send(request, BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw new IllegalStateException(
              "no answer: " + Files.readString(folder.resolve("s3proxy.log")), notYet);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Ends it; what it keeps stays. */
  public void stop() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}

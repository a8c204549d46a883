package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A file with a secret, and a port that listens: what a film must not get at. */
final class Bait implements AutoCloseable {

  private static final String SECRET = "the-secret-of-this-machine";

  private final Path folder;
  private final Path canary;
  private final ServerSocket listener;

  /**
   * Lays it out.
   *
   * @param folder in which everything happens
   */
  Bait(Path folder) throws IOException {
    this.folder = folder;
    canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** The text with the file for FILE and the port for PORT. */
  String in(String text) {
    return text.replace("FILE", canary.toString())
        .replace("PORT", Integer.toString(listener.getLocalPort()));
  }

  /** Whether somebody calls within that time, or has called. */
  boolean isCalled(Duration patience) throws IOException {
    listener.setSoTimeout((int) patience.toMillis());
    try {
      listener.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  /** Nobody has called, and the secret is in nothing that was made or said. */
  void assertUntouched(RecordingContext context) throws IOException {
    assertThat(isCalled(Duration.ofMillis(1))).as("calls to the network").isFalse();
    assertThat(context.log()).noneMatch(line -> line.contains(SECRET));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.equals(canary) || !tells(file)).as("secret in %s", file).isTrue();
      }
    }
  }

  private static boolean tells(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

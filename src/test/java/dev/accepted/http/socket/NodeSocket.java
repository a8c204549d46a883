package dev.accepted.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of Node.js that follows a socket with npm's ws. */
final class NodeSocket implements AutoCloseable {

  /** Where the build has put the package. */
  private static final Path PACKAGES = Path.of("target/test-node/META-INF/resources/webjars/ws");

  /** However long it is waited for. */
  private static final int LONGEST_SECONDS = 80;

  private static final Path SCRIPT = Path.of("src/test/resources/ws/follow.js");

  private final Process node;
  private final BufferedReader out;
  private final Writer in;

  private NodeSocket(Process node) {
    this.node = node;
    this.out = node.inputReader();
    this.in = node.outputWriter();
  }

  /** Connects; waits until it is. */
  static NodeSocket open(String url) throws IOException {
    Process node =
        new ProcessBuilder("node", SCRIPT.toString(), folder().toAbsolutePath().toString(), url)
            .redirectError(Redirect.INHERIT)
            .start();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(node::destroyForcibly);
    NodeSocket socket = new NodeSocket(node);
    socket.await("open");
    return socket;
  }

  /** Of the only version there is. */
  private static Path folder() throws IOException {
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      List<Path> all = versions.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** Breaks the connection off; it comes back by itself. */
  void cut() throws IOException {
    write("cut");
  }

  /** Says something to the server. */
  void say(String text) throws IOException {
    write(text);
  }

  /** Closes the connection in order; returns the code that the server has answered. */
  int end() throws Exception {
    write("end");
    return awaitEnd();
  }

  /** Waits until the server has closed the connection in order; returns its code. */
  int awaitEnd() throws Exception {
    int code = await("close").getInt("code");
    assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return code;
  }

  private void write(String line) throws IOException {
    in.write(line + '\n');
    in.flush();
  }

  /** The next message of the server's. */
  JsonObject next() throws IOException {
    return await("message").getJsonObject("message");
  }

  /** Waits until that happens: {@code open}, {@code message}, {@code ping}, {@code close}. */
  JsonObject await(String wanted) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      try (JsonReader reader = Json.createReader(new StringReader(line))) {
        JsonObject told = reader.readObject();
        String happened = told.getString("happened");
        if (happened.equals(wanted)) {
          return told;
        }
        // Nothing that was said may be passed over.
        assertThat(happened).isNotIn("message", "error");
      }
    }
    throw new AssertionError("node has ended, or was ended since it waited too long: " + node);
  }

  @Override
  public void close() {
    node.destroyForcibly();
  }
}

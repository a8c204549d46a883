package dev.accepted.types.inspections;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** An API written for Node, which runs it. */
final class NodeServer implements AutoCloseable {

  private final Process process;
  private final String port;

  private NodeServer(Process process, String port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a module that lies beside this class, and prints its port. */
  static NodeServer start(String module) throws IOException, URISyntaxException {
    Path file = Path.of(Objects.requireNonNull(NodeServer.class.getResource(module)).toURI());
    Process process =
        new ProcessBuilder("node", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return new NodeServer(process, Objects.requireNonNull(out.readLine(), "no port"));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

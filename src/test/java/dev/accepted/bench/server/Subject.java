package dev.accepted.bench.server;

import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The running server that is measured. */
public final class Subject implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ServerProcess process;
  private final Processes processes;

  private Subject(ServerProcess process, Processes processes) {
    this.process = process;
    this.processes = processes;
  }

  /**
   * Starts it.
   *
   * @param stores ids of the processes that keep its jobs, if that isn't itself
   */
  public static Subject start(ServerSetup setup, List<Long> stores)
      throws IOException, InterruptedException {
    ServerProcess process = ServerProcess.start(setup);
    process.endWithThisJvm();
    return new Subject(process, new Processes(process.pid(), stores));
  }

  /** Where it answers, without a slash at its end. */
  public URI url() {
    return URI.create(process.url());
  }

  /** A meter for what it costs. */
  public Meter meter() {
    return new Meter(processes);
  }

  /** GETs a small text, which must be there. */
  public String get(String path) throws IOException, InterruptedException {
    return text(HttpRequest.newBuilder(url().resolve(path)).build());
  }

  /** GETs a whole number. */
  public long number(String path) throws IOException, InterruptedException {
    return Long.parseLong(get(path));
  }

  /** PUTs some bytes, which must be taken. */
  public void put(String path, byte[] body) throws IOException, InterruptedException {
    text(HttpRequest.newBuilder(url().resolve(path)).PUT(BodyPublishers.ofByteArray(body)).build());
  }

  /** Bytes of the server's memory that are resident; 0 where that can't be told. */
  public long residentBytes() {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Machine.lines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
        .sum();
  }

  private static String text(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    process.stop();
  }
}

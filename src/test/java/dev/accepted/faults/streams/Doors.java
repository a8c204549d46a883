package dev.accepted.faults.streams;

import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Relay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** The ways to the nodes: straight, and through a network that can be cut. */
final class Doors implements AutoCloseable {

  /** Of so many streams one goes through the network that can be cut. */
  private static final int ONE_OF = 4;

  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Node> nodes;
  private final List<Relay> relays = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(threads)
          .build();

  Doors(List<Node> nodes) throws IOException {
    this.nodes = nodes;
    for (Node node : nodes) {
      relays.add(new Relay(URI.create(node.api().server()).getPort()));
    }
  }

  /** Opens a stream at any node; what comes of it has its end when the stream has. */
  CompletableFuture<HttpResponse<Void>> open(
      String path, String lastId, EventLines lines, RandomGenerator random) {
    int which = random.nextInt(nodes.size());
    String server =
        random.nextInt(ONE_OF) == 0
            ? "http://127.0.0.1:" + relays.get(which).port()
            : nodes.get(which).api().server();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    return client.sendAsync(
        request.build(),
        answer ->
            answer.statusCode() == 200
                ? BodySubscribers.fromLineSubscriber(lines)
                : BodySubscribers.replacing(null));
  }

  /** The network before any of the nodes. */
  Relay any(RandomGenerator random) {
    return relays.get(random.nextInt(relays.size()));
  }

  @Override
  public void close() throws IOException {
    for (Relay relay : relays) {
      relay.close();
    }
    threads.shutdownNow();
  }
}

package dev.accepted.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback interface that acts out a script: one scene for each request, in their
 * order. A request beyond the script gets 418, which no client understands.
 */
final class ActingServer implements AutoCloseable {

  private static final int NO_SCENE = 418;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Scene> scenes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final List<Asked> all = new ArrayList<>();
  private final CountDownLatch curtain = new CountDownLatch(1);
  private final int port;
  private HttpServer server;

  /** What happens to a request. */
  @FunctionalInterface
  interface Scene {
    void play(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A request as it came, and when. */
  record Asked(String method, String path, HttpExchange exchange, String body, long nanos) {
    Optional<String> header(String name) {
      return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
  }

  ActingServer() throws IOException {
    server = started(0);
    port = server.getAddress().getPort();
  }

  private HttpServer started(int at) throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
    made.setExecutor(threads);
    made.createContext("/", this::handle);
    made.start();
    return made;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange,
            body,
            System.nanoTime());
    synchronized (all) {
      all.add(request);
    }
    asked.add(request);
    Scene scene = scenes.poll();
    try {
      (scene == null ? answer(NO_SCENE, "") : scene).play(exchange);
    } catch (InterruptedException over) {
      throw new IOException(over);
    } finally {
      exchange.close();
    }
  }

  ActingServer then(Scene scene) {
    scenes.add(scene);
    return this;
  }

  /** Answers with JSON. */
  ActingServer then(int status, String json, String... headers) {
    return then(answer(status, json, headers));
  }

  /** Begins a stream and sends that much of it; it ends cleanly. */
  ActingServer thenStream(String text) {
    return then(exchange -> write(stream(exchange), text));
  }

  /** Begins a stream and sends that much of it; it stays open and silent. */
  ActingServer thenSilentStream(String text) {
    return then(
        exchange -> {
          write(stream(exchange), text);
          curtain.await();
        });
  }

  /** Doesn't answer, and keeps the connection. */
  ActingServer thenNothing() {
    return then(exchange -> curtain.await());
  }

  static Scene answer(int status, String json, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    };
  }

  static HttpExchange stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange;
  }

  static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  /** The next request that comes or has come. */
  Asked next() throws InterruptedException {
    Asked request = asked.poll(20, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  /** All requests so far, such as {@code GET /api/jobs/1}. */
  List<String> requests() {
    synchronized (all) {
      return all.stream().map(one -> one.method() + ' ' + one.path()).toList();
    }
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Goes away: connections break, and new ones are refused. */
  void goAway() {
    server.stop(0);
  }

  /** Is there again, at the same address. */
  void comeBack() throws IOException {
    server = started(port);
  }

  @Override
  public void close() {
    curtain.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

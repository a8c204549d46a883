package dev.accepted.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Receives deliveries on this machine, and answers as it is told to; 204 if it isn't. */
public final class Receiver implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Queue<Answering> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Answering> always = new ConcurrentHashMap<>();

  /** What came. */
  public record Received(String path, Map<String, List<String>> headers, String body) {

    /** The first line of a header. */
    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT)).get(0);
    }
  }

  /** How it answers once. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** It listens on 127.0.0.1. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** With what it answers what comes next, one after the other. */
  public Receiver answers(Answering... next) {
    answers.addAll(List.of(next));
    return this;
  }

  /** With what it answers all that comes at a path. */
  public Receiver answersAt(String path, Answering answer) {
    always.put(path, answer);
    return this;
  }

  /** An answer without a body, with a header or none. */
  public static Answering status(int status, String... header) {
    return exchange -> {
      if (header.length > 0) {
        exchange.getResponseHeaders().set(header[0], header[1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it listens. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answering fixed = always.get(exchange.getRequestURI().getPath());
      Answering next = fixed == null ? answers.poll() : fixed;
      received.add(new Received(exchange.getRequestURI().toString(), headers, body));
      (next == null ? status(204) : next).answer(exchange);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** What comes next. */
  public Received next() throws InterruptedException {
    return next(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  /** The same for what takes longer than usual. */
  public Received next(Duration patience) throws InterruptedException {
    Received next = received.poll(patience.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  /** How much has come that nobody has looked at. */
  public int waiting() {
    return received.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

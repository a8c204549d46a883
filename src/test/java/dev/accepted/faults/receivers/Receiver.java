package dev.accepted.faults.receivers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One receiver, at a loopback address of its own: to the server it is a host of its own. */
public final class Receiver implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Arrival>> arrivals = new ConcurrentHashMap<>();
  private volatile Manner manner;

  /**
   * A delivery that came.
   *
   * @param delay since what it tells has happened
   * @param at when it was read
   * @param status what was answered
   */
  public record Arrival(Duration delay, Instant at, int status) {

    public boolean isTaken() {
      return status / 100 == 2;
    }
  }

  /**
   * Begins to listen.
   *
   * @param address a loopback address that no other receiver has
   */
  public Receiver(String address, Manner manner) throws IOException {
    this.manner = manner;
    server = new ServerSocket(0, 50, InetAddress.getByName(address));
    threads.submit(this::accept);
  }

  /** Where it listens. */
  public String url() {
    return "http://%s:%d/hook"
        .formatted(server.getInetAddress().getHostAddress(), server.getLocalPort());
  }

  /** From now on it answers so. */
  public void turn(Manner other) {
    manner = other;
  }

  /** What came, by the delivery's id, in the order in which it came. */
  public Map<String, List<Arrival>> arrivals() {
    return Map.copyOf(arrivals);
  }

  private Void accept() throws IOException {
    while (!server.isClosed()) {
      Socket connection = server.accept();
      connections.add(connection);
      threads.submit(() -> serve(connection));
    }
    return null;
  }

  private Void serve(Socket connection) throws IOException, InterruptedException {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Map<String, String> head = head(in);
      while (!head.isEmpty()) {
        byte[] body = in.readNBytes(Integer.parseInt(head.get("content-length")));
        Instant now = Clock.systemUTC().instant();
        String id = head.get("webhook-id");
        List<Arrival> before = arrivals.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>());
        int status = Manner.NONE;
        try {
          status = manner.answer(id, before.size(), in, connection.getOutputStream());
        } finally {
          before.add(new Arrival(Duration.between(happened(body), now), now, status));
        }
        head = status == Manner.NONE ? Map.of() : head(in);
      }
      return null;
    } finally {
      connections.remove(connection);
    }
  }

  private static Instant happened(byte[] body) {
    try (var reader = Json.createReader(new StringReader(text(body)))) {
      JsonObject event = reader.readObject();
      return Instant.parse(event.getString("time"));
    }
  }

  /** The headers of the next request by their names in lower case; none if no more comes. */
  private static Map<String, String> head(InputStream in) throws IOException {
    Map<String, String> head = new ConcurrentHashMap<>();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String whole = line.toString().strip();
      line.setLength(0);
      if (whole.isEmpty()) {
        return head;
      }
      int colon = whole.indexOf(':');
      if (colon > 0) {
        String name = whole.substring(0, colon).toLowerCase(Locale.ROOT);
        head.put(name, whole.substring(colon + 1).strip());
      }
    }
    return Map.of();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
    threads.shutdownNow();
  }
}

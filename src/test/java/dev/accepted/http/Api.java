package dev.accepted.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Any HTTP client of one server. */
public final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String server;
  private final Duration patience;

  /** Of the server under test: its address is the system property {@code accepted.url}. */
  public Api() {
    this(Objects.requireNonNull(System.getProperty("accepted.url")));
  }

  /** Of that server; its address has no slash at its end. */
  public Api(String server) {
    this(server, http1(), PATIENCE);
  }

  /**
   * Of that server.
   *
   * @param patience how long an answer may take
   */
  public Api(String server, HttpClient client, Duration patience) {
    this.server = server;
    this.client = client;
    this.patience = patience;
  }

  /**
   * As browsers and nearly all other clients are without TLS. The JDK's client would ask each new
   * connection to become one of HTTP/2, which RFC 9113 has given up (3.1).
   */
  private static HttpClient http1() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** The server's address, without a slash at its end. */
  public String server() {
    return server;
  }

  /** A time for {@code runAt}. */
  public static String inAnHour() {
    return Instant.now().plusSeconds(3600).toString();
  }

  /** GET. */
  public Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** POST without a body. */
  public Answer post(String path, String... headers) {
    return send("POST", path, BodyPublishers.noBody(), headers);
  }

  /** POST of JSON. */
  public Answer postJson(String path, String json, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/json";
    return send("POST", path, BodyPublishers.ofString(json), all);
  }

  /** Submits a simulation and returns its monitor's path. */
  public String simulate(String json, String query) {
    Answer answer = postJson("/api/simulations" + query, json);
    if (answer.status() != 202) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return "/api/jobs/" + answer.text("id");
  }

  /** Submits a simulation, waits until it is finished, and returns its monitor's path. */
  public String finished(String json, String query) {
    String job = simulate(json, query);
    Answer status = get(job + "/status", "Prefer", "wait=20");
    for (int again = 0; again < 2 && !status.json().containsKey("finishedAt"); again++) {
      status = get(job + "/status", "Prefer", "wait=20");
    }
    if (!status.json().containsKey("finishedAt")) {
      throw new AssertionError("not finished: " + status.text());
    }
    return job;
  }

  /** Any request; {@code path} may also be a whole URL. */
  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    try {
      var answer = client.send(request(method, path, body, headers), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(method + " " + path + ": " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** GET whose answer may take a while. */
  public CompletableFuture<Answer> getLater(String path, String... headers) {
    return client
        .sendAsync(
            request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofByteArray())
        .thenApply(answer -> new Answer(answer.statusCode(), answer.headers(), answer.body()));
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
    URI uri = URI.create(path.startsWith("/") ? server + path : path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(patience).method(method, body);
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }
}

package dev.accepted.http.stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events, field by field. */
public final class SseClient implements AutoCloseable {

  private final HttpResponse<InputStream> answer;
  private final BufferedReader lines;

  /** An event; of a comment, only that. */
  public record Received(
      @Nullable String id, @Nullable String event, String data, @Nullable String comment) {

    /** Its number. */
    public long number() {
      return Long.parseLong(Objects.requireNonNull(id));
    }

    /** Its data. */
    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(data))) {
        return reader.readObject();
      }
    }
  }

  private SseClient(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** Connects. */
  public static SseClient open(String path, String... headers) throws Exception {
    String url = path.startsWith("/") ? System.getProperty("accepted.url") + path : path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    HttpRequest sent = (headers.length == 0 ? request : request.headers(headers)).build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new SseClient(client.send(sent, BodyHandlers.ofInputStream()));
  }

  /** The answer's status and headers. */
  public HttpResponse<InputStream> answer() {
    return answer;
  }

  /** The next event, comments and all; null at the end. */
  public @Nullable Received nextOrComment() throws IOException {
    String id = null;
    String event = null;
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(":")) {
        return new Received(null, null, "", line.substring(1));
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data.append(line, 6, line.length());
      } else if (line.isEmpty() && event != null) {
        return new Received(id, event, data.toString(), null);
      }
    }
    return null;
  }

  /** Reads on to the next number to come back with, be it of an event or not. */
  public String awaitId() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        return line.substring(4);
      }
    }
    throw new IOException("the stream has ended");
  }

  /** The next event; null at the end. */
  public @Nullable Received next() throws IOException {
    Received next = nextOrComment();
    while (next != null && next.comment() != null) {
      next = nextOrComment();
    }
    return next;
  }

  /** All events to the end. */
  public List<Received> rest() throws IOException {
    List<Received> rest = new ArrayList<>();
    for (Received next = next(); next != null; next = next()) {
      rest.add(next);
    }
    return rest;
  }

  /** Breaks off. */
  @Override
  public void close() throws IOException {
    answer.body().close();
  }
}

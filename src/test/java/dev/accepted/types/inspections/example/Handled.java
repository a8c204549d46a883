package dev.accepted.types.inspections.example;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A request under way, and how to answer it. */
final class Handled {

  private final HttpExchange exchange;

  Handled(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /** Empty if it wasn't sent. */
  String header(String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  Handled set(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
    return this;
  }

  /** Sends a body, or its length only where HEAD was asked. */
  void send(int status, String mediaType, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    set("Content-Type", mediaType);
    if (method().equals("HEAD")) {
      set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  void json(int status, String body) throws IOException {
    send(status, "application/json", body);
  }

  void problem(int status, String title) throws IOException {
    send(status, "application/problem+json", "{\"title\":\"" + title + "\"}");
  }

  void empty(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }
}

package dev.accepted.tenancy;

import dev.accepted.guard.keys.KeyText;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.stream.SseClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who calls a server.
 *
 * @param key what is sent as bearer token; empty for nothing
 */
record Person(String name, Api api, String key) {

  Answer get(String path, String... headers) {
    return api.get(path, signed(headers));
  }

  Answer post(String path) {
    return api.post(path, signed());
  }

  Answer postJson(String path, String json, String... headers) {
    return api.postJson(path, json, signed(headers));
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer send(String method, String path, BodyPublisher body, String... headers) {
    return api.send(method, path, body, signed(headers));
  }

  SseClient follow(String path, String... headers) throws Exception {
    return SseClient.open(api.server() + path, signed(headers));
  }

  /** The path of a job that has been accepted. */
  String simulate(String json, String query) {
    return accepted(postJson("/api/simulations" + query, json));
  }

  /** The path of the job of a 202. */
  static String accepted(Answer answer) {
    if (answer.status() != 202) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return "/api/jobs/" + answer.text("id");
  }

  /** Which key it has. */
  String keyId() {
    return KeyText.id(key).orElseThrow();
  }

  /** The headers, and who sends them. */
  String[] signed(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!key.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + key));
    }
    return all.toArray(String[]::new);
  }

  @Override
  public String toString() {
    return name;
  }
}

package dev.accepted.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submissions that can't be accepted: each is refused for what is wrong with it. */
class BadInputIT extends DeployedServer {

  private final Api api = new Api();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | malformed-json | {\"duration\":",
        "400 | malformed-json | {\"duration\":\"PT0S\"} x",
        "400 | malformed-json | {\"duration\":\"PT0S\",\"duration\":\"PT0S\"}",
        "400 | malformed-json | {\"steps\":1e999999}",
        "400 | malformed-json | ''",
        "422 | invalid-input  | []",
        "422 | invalid-input  | \"text\"",
        "422 | invalid-input  | {}",
        "422 | invalid-input  | {\"duration\":\"PT0S\",\"surprise\":1}",
        "422 | invalid-input  | {\"duration\":5}",
      })
  void bodies(int status, String problem, String body) {
    Answer answer = api.postJson("/api/simulations", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json()).doesNotContainKey("status");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void malformedJsonSaysWhere() {
    Answer answer = api.postJson("/api/simulations", "{\n  \"duration\": oops}");

    assertThat(answer.json().getJsonObject("position").getInt("line")).isEqualTo(2);
  }

  @Test
  void invalidInputSaysWhere() {
    Answer answer = api.postJson("/api/simulations", "{\"duration\":\"PT0S\",\"steps\":\"x\"}");

    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/steps");
    Answer envelope =
        api.postJson(
            "/api/jobs",
            "{\"type\":\"simulation\",\"input\":{\"duration\":\"PT0S\",\"steps\":[]}}");
    assertThat(envelope.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/input/steps");
  }

  @ParameterizedTest
  @CsvSource({
    "priority=10, priority",
    "priority=high, priority",
    "runAt=tomorrow, runAt",
    "timeout=10, timeout",
    "timeout=PT0S, timeout",
    "retain=P1000D, retain",
    "maxAttempts=0, maxAttempts",
    "label=team, label",
    "callback=http://127.0.0.1/, callback",
    "duration=PT0S, duration",
    "priority=1&priority=2, priority",
  })
  void options(String query, String parameter) {
    Answer answer = api.postJson("/api/simulations?" + query, "{\"duration\":\"PT0S\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
    assertThat(answer.text("parameter")).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | invalid-input     | {\"input\":{}}",
        "422 | invalid-input     | {\"type\":7}",
        "422 | invalid-input     | {\"type\":\"simulation\",\"input\":[]}",
        "422 | invalid-input     | {\"type\":\"simulation\",\"whatever\":1}",
        "404 | unknown-job-type  | {\"type\":\"nothing\"}",
        "400 | invalid-parameter | {\"type\":\"simulation\",\"priority\":\"9\"}",
        "400 | invalid-parameter | {\"type\":\"simulation\",\"priority\":1.5}",
        "400 | invalid-parameter | {\"type\":\"simulation\",\"labels\":{\"a\":1}}",
        "400 | invalid-parameter | {\"type\":\"simulation\",\"callback\":{}}",
      })
  void envelopes(int status, String problem, String body) {
    Answer answer = api.postJson("/api/jobs", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void jsonThatIsTooLarge() {
    String large = "{\"message\":\"" + "x".repeat(2 << 20) + "\"}";
    Answer declared = api.postJson("/api/simulations", large);
    Answer counted =
        api.send(
            "POST",
            "/api/simulations",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(US_ASCII))),
            "Content-Type",
            "application/json");

    for (Answer answer : new Answer[] {declared, counted}) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.problem()).isEqualTo("content-too-large");
      assertThat(answer.json().getInt("limit")).isEqualTo(1 << 20);
    }
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "image/png"})
  void mediaTypesThatAreNotTaken(String mediaType) {
    Answer answer =
        api.send(
            "POST", "/api/simulations", BodyPublishers.ofString("x"), "Content-Type", mediaType);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    assertThat(answer.header("Accept-Post")).isEqualTo("application/json, multipart/form-data");
    assertThat(answer.json().getJsonArray("accepted")).hasSize(2);
  }

  @Test
  void compressedBodies() {
    Answer answer =
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", "Content-Encoding", "gzip");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
  }
}

package dev.accepted.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that starts anew has not seen what was said, and doesn't make it up. */
class ExchangeAfterRestartIT {

  @TempDir Path folder;

  @Test
  void whatIsNotKnownIsNotMadeUp() throws Exception {
    ServerSetup setup = ServerSetup.in(folder);
    Api api = new Api(setup.url());
    String json = "{\"duration\":\"PT0S\"}";
    String path = "/api/simulations?runAt=" + Api.inAnHour();
    Answer accepted;
    try (ServerProcess server = ServerProcess.start(setup)) {
      accepted = api.postJson(path, json, "Idempotency-Key", "\"kept\"");
      api.get(accepted.header("Location"));
    }
    Instant stopped = Instant.now();
    try (ServerProcess server = ServerProcess.start(setup)) {
      api.postJson(path, json, "Idempotency-Key", "\"kept\"");
      JsonObject exchange = api.get(accepted.header("Location") + "/exchange").json();

      assertThat(Instant.parse(exchange.getString("since"))).isAfter(stopped);
      assertThat(exchange.getJsonObject("polls").getInt("total")).isZero();
      JsonObject submission = exchange.getJsonObject("submission");
      assertThat(submission.getBoolean("observed")).isFalse();
      assertThat(submission.getInt("repeated")).isEqualTo(1);
      assertThat(submission.getString("at")).isEqualTo(accepted.text("submittedAt"));
      JsonObject headers = submission.getJsonObject("headers");
      for (String name : headers.keySet()) {
        assertThat(headers.getString(name)).as(name).isEqualTo(accepted.header(name));
      }
      assertThat(headers.keySet())
          .contains("Location", "Operation-Location", "Link")
          .doesNotContain("Retry-After");
      assertThat(submission.keySet()).doesNotContain("path", "duration", "client", "style");
    }
  }
}

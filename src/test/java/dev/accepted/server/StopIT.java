package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see of a server that is told to stop. */
class StopIT {

  private static final long PATIENCE_SECONDS = 40;

  @TempDir Path folder;

  @Test
  void whoWaitsIsAnsweredAndWhoComesIsSentElsewhere() throws Exception {
    ServerSetup setup = ServerSetup.in(folder).with("accepted.linger", "PT10S");
    try (ServerProcess server = ServerProcess.start(setup)) {
      Api api = new Api(setup.url(), http1(), Duration.ofSeconds(PATIENCE_SECONDS));
      String job = api.simulate("{\"duration\":\"PT1H\"}", "");
      CompletableFuture<Answer> waiting = api.getLater(job, "Prefer", "wait=60");
      while (!api.get("/metrics").text().contains("accepted_requests_waiting 1")) {
        Thread.onSpinWait();
      }
      CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stop);
      if (setup.kind().stopsApplications()) {
        Answer held = waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.json().getString("status")).isIn("queued", "running");
        Answer turnedAway = api.get(job);
        assertThat(turnedAway.status()).isEqualTo(503);
        assertThat(turnedAway.header("Retry-After")).isEqualTo("10");
        assertThat(turnedAway.header("Connection")).isEqualTo("close");
        assertThat(turnedAway.json().getString("type")).endsWith("/api/problems/server-stopping");
      } else {
        assertThatThrownBy(() -> waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      }
      stop.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** HTTP/2, which the client would offer, knows no {@code Connection}. */
  private static HttpClient http1() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }
}

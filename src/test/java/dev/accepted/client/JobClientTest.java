package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.client.ActingServer.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is sent once, and again until there is an answer. */
@Timeout(60)
class JobClientTest {

  private static final String JOB = "/api/jobs/1";

  @TempDir Path folder;
  private ActingServer server;
  private JobClient client;

  @BeforeEach
  void raise() throws IOException {
    server = new ActingServer();
    client = JobClient.builder(server.url("/api")).header("Authorization", "Bearer a").build();
  }

  @AfterEach
  void leave() {
    client.close();
    server.close();
  }

  @Test
  void aSubmissionThatGotNoAnswerIsSentAgainUnderTheSameKey() throws Exception {
    server
        .then(exchange -> exchange.close())
        .then(503, "{}", "Retry-After", "1")
        .then(409, "{}", "Retry-After", "1")
        .then(202, "{\"status\":\"queued\"}", "Location", JOB);

    Submitted submitted =
        client.submit("reports?priority=9", "{\"a\":1}").get(20, TimeUnit.SECONDS);

    assertThat(submitted.monitor()).isEqualTo(server.url(JOB));
    assertThat(submitted.report().status()).contains("queued");
    Asked first = server.next();
    assertThat(first.header("Idempotency-Key").orElse("")).matches("\"[0-9a-f-]{36}\"");
    assertThat(first.header("Content-Type")).contains("application/json");
    assertThat(first.header("Authorization")).contains("Bearer a");
    for (int i = 0; i < 3; i++) {
      Asked again = server.next();
      assertThat(again.path()).isEqualTo("/api/reports?priority=9");
      assertThat(again.body()).isEqualTo("{\"a\":1}");
      assertThat(again.header("Idempotency-Key")).isEqualTo(first.header("Idempotency-Key"));
    }
  }

  @Test
  void anotherSubmissionHasAnotherKey() throws Exception {
    for (int i = 0; i < 2; i++) {
      server.then(202, "{}", "Operation-Location", JOB);
      client.submit("reports", "{}").get(20, TimeUnit.SECONDS);
    }
    assertThat(server.next().header("Idempotency-Key"))
        .isNotEqualTo(server.next().header("Idempotency-Key"));
  }

  @Test
  void aSubmissionThatIsRefusedIsNotSentAgain() {
    server.then(422, "{\"title\":\"Wrong\"}", "Content-Type", "application/problem+json");

    assertThatThrownBy(() -> client.submit("reports", "{}").get(20, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            UnexpectedAnswer.class,
            answer -> {
              assertThat(answer.status()).isEqualTo(422);
              assertThat(answer.body()).contains("Wrong");
            });
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a202WithoutAMonitorIsNone() {
    server.then(202, "{}");

    assertThatThrownBy(() -> client.submit("reports", "{}").get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(UnexpectedAnswer.class);
  }

  @Test
  void aResultThatWasCutOffIsFetchedAnew() throws Exception {
    Path file = Files.writeString(folder.resolve("result"), "old");
    server
        .then(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              ActingServer.write(exchange, "half of i");
              throw new IOException("cut");
            })
        .then(307, "", "Location", "/elsewhere")
        .then(200, "all of it", "Content-Type", "text/plain");

    Path there = client.result(server.url(JOB + "/result"), file).get(20, TimeUnit.SECONDS);

    assertThat(there).isEqualTo(file).hasContent("all of it");
    assertThat(folder.toFile().list()).containsExactly("result");
  }

  @Test
  void aResultThatIsNoneLeavesTheFileAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("result"), "old");
    server.then(410, "{}");

    assertThatThrownBy(
            () -> client.result(server.url(JOB + "/result"), file).get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(UnexpectedAnswer.class);
    assertThat(file).hasContent("old");
  }

  @Test
  void anEmptyResultIsAnEmptyFile() throws Exception {
    server.then(204, "");

    Path file = folder.resolve("none");
    client.result(server.url(JOB + "/result"), file).get(20, TimeUnit.SECONDS);
    assertThat(file).isEmptyFile();
  }

  @Test
  void aJobIsCanceledAndRemoved() throws Exception {
    server.then(200, "{\"status\":\"canceled\"}").then(204, "").then(404, "{}");

    assertThat(client.cancel(server.url(JOB)).get(20, TimeUnit.SECONDS).status())
        .contains("canceled");
    assertThat(client.remove(server.url(JOB)).get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(client.remove(server.url(JOB)).get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(server.requests())
        .containsExactly("POST " + JOB + "/cancel", "DELETE " + JOB, "DELETE " + JOB);
  }

  @Test
  void othersAreNotToldTheClientsSecrets() throws Exception {
    try (ActingServer other = new ActingServer()) {
      other.then(200, "{\"status\":\"failed\"}");
      client.follow(other.url("/theirs")).get(20, TimeUnit.SECONDS);

      assertThat(other.next().header("Authorization")).isEmpty();
    }
  }

  @Test
  void aClientThatFollowsRedirectsIsRefused() {
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    JobClient.Builder builder = JobClient.builder(URI.create("http://127.0.0.1/api"));

    assertThatThrownBy(() -> builder.http(follows)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void patienceEnds() {
    server.goAway();
    try (JobClient hasty =
        JobClient.builder(server.url("/api")).patience(Duration.ofMillis(1)).build()) {
      assertThatThrownBy(() -> hasty.submit("reports", "{}").get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ServerUnavailable.class);
    }
  }
}

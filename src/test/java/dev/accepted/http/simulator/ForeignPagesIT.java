package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of any origin may use the simulator, and nothing else. */
class ForeignPagesIT extends DeployedServer {

  private static final String OTHER = "https://other.example";

  private final Api api = new Api();

  private Answer sent(String method, String path) {
    return api.send(
        method, path, BodyPublishers.noBody(), "Origin", OTHER, "Sec-Fetch-Site", "cross-site");
  }

  private Answer preflight(String path) {
    return api.send(
        "OPTIONS",
        path,
        BodyPublishers.noBody(),
        "Origin",
        OTHER,
        "Access-Control-Request-Method",
        "PUT",
        "Access-Control-Request-Headers",
        "authorization, x-a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
  void theyMayReadItsAnswers(String method) {
    for (String rest : new String[] {"404", "204", "500?sleep=1", "299", "200?sleep=x"}) {
      assertIsShared(sent(method, "/api/status/" + rest));
    }
    assertThat(sent(method, "/api/status/404").status()).isEqualTo(404);
  }

  @Test
  void theyMayAskFirst() {
    Answer answer = preflight("/api/status/404");

    assertThat(answer.status()).isEqualTo(204);
    assertIsShared(answer);
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .contains("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("*", "Authorization");
    assertIsShared(api.get("/api/status", "Origin", OTHER));
    assertIsShared(api.get(sent("GET", "/api/status/202").header("Location"), "Origin", OTHER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/jobs",
        "/api/statuses",
        "/api/status/../jobs",
        "/api/status/%2e%2e/jobs",
        "/api/status;/../jobs",
        "/api/status/202/monitors/x/../../../../jobs",
        "/api/status/404/x",
        "/simulator"
      })
  void theyMayUseNothingElse(String path) {
    for (Answer answer :
        new Answer[] {preflight(path), sent("GET", path), sent("POST", path), sent("PUT", path)}) {
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-methods");
    }
    assertThat(sent("POST", path).status()).as(path).isEqualTo(403);
  }

  private static void assertIsShared(Answer answer) {
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("*");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }
}

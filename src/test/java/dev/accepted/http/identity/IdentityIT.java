package dev.accepted.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.guard.tokens.TestIssuer;
import dev.accepted.http.Answer;
import dev.accepted.metrics.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in with a key or a token, and who is not; each has what is its own. */
class IdentityIT extends IdentityFixture {

  @ParameterizedTest
  @CsvSource({
    "GET,/api",
    "GET,/api/jobs",
    "HEAD,/api/jobs",
    "OPTIONS,/api/jobs",
    "POST,/api/jobs",
    "POST,/api/simulations",
    "GET,/api/types",
    "GET,/api/jobs/019333c2-0000-7000-8000-000000000000",
    "GET,/api/events",
    "GET,/api/datasets",
    "GET,/api/subscriptions",
    "GET,/api/schedules",
    "GET,/api/admin/keys",
    "GET,/api/nonsense",
    "GET,/metrics",
    "GET,/ws/jobs"
  })
  void aStrangerIsToldToSignIn(String method, String path) {
    Answer answer = api.send(method, path, BodyPublishers.noBody());

    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    if (!method.equals("HEAD")) {
      assertThat(answer.problem()).isEqualTo("not-signed-in");
    }
  }

  /** What a server makes of such a path is its own affair, as long as it doesn't lead in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/problems/..;/jobs",
        "/api/problems;/../jobs",
        "/api/problems/%2e%2e/jobs",
        "/api/problems/../jobs",
        "/api/status/../jobs",
        "/api/status/%2e%2e/jobs",
        "/api/status;/../jobs",
        "/api/status/202/monitors/../../../jobs",
        "/openapi;x=1/../api/jobs",
        "//api/jobs",
        "/%61pi/jobs",
        "/api;x=1/jobs",
        "/./api/jobs",
        "/css/../api/jobs"
      })
  void noPathLeadsAround(String path) {
    String key = made("owner", "\"submit\"");
    String job = api.postJson("/api/simulations", ZERO, "X-Api-Key", key).text("id");

    Answer answer = api.get(SERVER.url() + path);

    assertThat(answer.status()).as(answer.text()).isIn(400, 401, 404);
    assertThat(answer.text()).doesNotContain(job);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/css/main.css",
        "/openapi",
        "/api/problems",
        "/api/problems/not-signed-in",
        "/api/status",
        "/api/status/200"
      })
  void howItWorksIsForEverybody(String path) {
    assertThat(api.get(path).status()).isEqualTo(200);
    assertThat(api.get(path, AUTHORIZATION, "Bearer nonsense").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer nonsense",
        "Bearer acc_0123456789abcdef_0123456789012345678901234567890123456789012",
        "bearer  x",
        "Bearer a.b.c"
      })
  void whatDoesNotCountIsSaidToBeInvalid(String authorization) {
    Answer answer = api.get("/api/jobs", AUTHORIZATION, authorization);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    assertThat(answer.problem()).isEqualTo("not-signed-in");
  }

  @Test
  void anotherSchemeIsAsGoodAsNone() {
    assertThat(api.get("/api/jobs", AUTHORIZATION, "Basic eDp5").header("WWW-Authenticate"))
        .isEqualTo("Bearer");
  }

  @Test
  void oneCredentialIsEnough() {
    String key = made("twice", "\"submit\"");
    Answer answer = api.get("/api/jobs", AUTHORIZATION, BEARER + key, "X-Api-Key", key);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-header");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_request\"");
  }

  @Test
  void anothersJobIsNotThere() {
    String one = made("one", "\"submit\"");
    String other = made("other", "\"submit\"");
    String job = api.postJson("/api/simulations", ZERO, "X-Api-Key", one).header("Location");

    assertThat(api.get(job + "/status", "X-Api-Key", one).status()).isEqualTo(200);
    assertThat(api.get(job + "/status", "X-Api-Key", other).status()).isEqualTo(404);
  }

  @Test
  void whereThereAreToBeNoLinksNoneIsMadeOrOpens() {
    String key = made("linker", "\"submit\"");
    String job = api.postJson("/api/simulations", ZERO, "X-Api-Key", key).header("Location");

    assertThat(api.post(job + "/links", "X-Api-Key", key).problem()).isEqualTo("links-off");
    assertThat(api.get(job + "/result?access=" + "A".repeat(52)).problem())
        .isEqualTo("link-invalid");
  }

  /** Until the issuer has been asked for the first time, which the answers say. */
  private Answer submit(String token) {
    Answer answer = api.postJson("/api/simulations", ZERO, AUTHORIZATION, BEARER + token);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (answer.status() == 503 && System.nanoTime() < end) {
      assertThat(answer.problem()).isEqualTo("issuer-unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      answer = api.postJson("/api/simulations", ZERO, AUTHORIZATION, BEARER + token);
    }
    return answer;
  }

  @Test
  void aTokenOfTheIssuerCounts() throws Exception {
    TestIssuer issuer = SERVER.issuer();
    Instant now = Instant.now();
    String alice = issuer.token(issuer.claims(now).claim("scope", "openid submit").build());
    String mallory = issuer.token(issuer.claims(now).subject("mallory").build());

    Answer submitted = submit(alice);

    assertThat(submitted.status()).as(submitted.text()).isEqualTo(202);
    String status = submitted.header("Location") + "/status";
    assertThat(api.get(status, AUTHORIZATION, BEARER + alice).status()).isEqualTo(200);
    assertThat(api.get(status, AUTHORIZATION, BEARER + mallory).status()).isEqualTo(404);
    assertThat(api.get("/metrics", AUTHORIZATION, BEARER + alice).status()).isEqualTo(403);
  }

  @Test
  void oneThatHasExpiredSaysSo() throws Exception {
    TestIssuer issuer = SERVER.issuer();
    Answer answer = submit(issuer.token(issuer.claims(Instant.now().minusSeconds(3_600)).build()));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\", error_description=\"It has expired.\"");
  }

  @Test
  void aSocketNeedsAKey() {
    assertThatThrownBy(() -> open("nonsense", new LinkedBlockingQueue<>()).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  /** Many at once, of two callers: each is told of its own caller's jobs. */
  @Test
  void eachSocketHasItsOwnCaller() throws Exception {
    List<String> keys = List.of(made("left", "\"submit\""), made("right", "\"submit\""));
    List<BlockingQueue<String>> told = new ArrayList<>();
    List<CompletableFuture<WebSocket>> sockets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      told.add(new LinkedBlockingQueue<>());
      sockets.add(open(keys.get(i % 2), told.get(i)));
    }
    CompletableFuture.allOf(sockets.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    // A handshake is answered before the socket follows anything.
    while (followingSockets() < 20) {
      Thread.onSpinWait();
    }

    List<String> jobs = new ArrayList<>();
    for (String key : keys) {
      jobs.add(api.postJson("/api/simulations", ZERO, "X-Api-Key", key).text("id"));
    }

    for (int i = 0; i < 20; i++) {
      String message = told.get(i).poll(30, TimeUnit.SECONDS);
      assertThat(message).contains(jobs.get(i % 2)).doesNotContain(jobs.get(1 - i % 2));
      sockets.get(i).join().abort();
    }
  }

  private double followingSockets() {
    String metrics = api.get("/metrics", "X-Api-Key", OPERATOR).text();
    return new Samples(metrics).value("accepted_streams{kind=\"socket\"}");
  }

  private static CompletableFuture<WebSocket> open(String key, BlockingQueue<String> told) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header(AUTHORIZATION, BEARER + key)
        .buildAsync(
            URI.create(SERVER.url().replaceFirst("http", "ws") + "/ws/jobs"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                told.add(text.toString());
                socket.request(1);
                return null;
              }
            });
  }
}

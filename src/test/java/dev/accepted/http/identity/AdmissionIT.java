package dev.accepted.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.tokens.TestIssuer;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.signin.SignInServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes on ends when what has let its client in counts no more. */
class AdmissionIT {

  /** It is looked at every fifteen seconds. */
  private static final int PATIENCE_SECONDS = 60;

  private static final int VIOLATED_POLICY = 1008; // RFC 6455, section 7.4.1
  private static final String KEY = "X-Api-Key";

  @RegisterExtension
  static final SignInServer SERVER = new SignInServer(Map.of("accepted.auth.skew", "PT0S"));

  private final Api api = SERVER.api();

  private final HttpClient client = HttpClient.newHttpClient();
  private String job = "";

  @BeforeEach
  void submit() {
    Answer accepted =
        api.postJson("/api/simulations", "{\"duration\":\"PT1H\"}", KEY, SignInServer.OPERATOR);
    job = accepted.header("Location");
  }

  @AfterEach
  void remove() {
    api.send("DELETE", job, BodyPublishers.noBody(), KEY, SignInServer.OPERATOR);
  }

  private Answer makeKey() {
    return api.postJson(
        "/api/admin/keys",
        "{\"name\":\"eye\",\"roles\":[\"observe\"]}",
        KEY,
        SignInServer.OPERATOR);
  }

  /** The answer, which has begun; its body is over when the answer is. */
  private HttpResponse<Stream<String>> open(String path, String... header) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(SERVER.url() + path)).header("Accept", "*/*");
    for (int i = 0; i < header.length; i += 2) {
      request.header(header[i], header[i + 1]);
    }
    HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private static CompletableFuture<Long> end(HttpResponse<Stream<String>> answer) {
    return CompletableFuture.supplyAsync(() -> answer.body().count());
  }

  private String path() {
    return URI.create(job).getPath();
  }

  @Test
  void aKeyThatIsRevokedEndsWhatIsOpen() throws Exception {
    Answer key = makeKey();
    String secret = key.text("key");
    List<String> paths =
        List.of(
            "/api/events", path() + "/events", path() + "/log?follow=true", "/api/overview/events");
    List<HttpResponse<Stream<String>>> open = new ArrayList<>();
    for (String path : paths) {
      open.add(open(path, KEY, secret));
    }
    Closing socket = new Closing();
    client
        .newWebSocketBuilder()
        .header(KEY, secret)
        .buildAsync(URI.create(SERVER.url().replaceFirst("http", "ws") + "/ws/jobs"), socket)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    CompletableFuture<Long> others = end(open("/api/events", KEY, SignInServer.OPERATOR));

    String revoked = "/api/admin/keys/" + key.text("id");
    assertThat(
            api.send("DELETE", revoked, BodyPublishers.noBody(), KEY, SignInServer.OPERATOR)
                .status())
        .isEqualTo(204);

    for (HttpResponse<Stream<String>> answer : open) {
      end(answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(socket.code.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(VIOLATED_POLICY);
    assertThat(others).isNotDone();
  }

  @Test
  void aTokenThatExpiresDoesSoToo() throws Exception {
    TestIssuer issuer = SERVER.issuer();
    Instant now = Instant.now();
    String token =
        issuer.token(
            issuer
                .claims(now)
                .claim("scope", "openid observe")
                .expirationTime(Date.from(now.plusSeconds(10)))
                .build());

    HttpResponse<Stream<String>> answer = open("/api/events", "Authorization", "Bearer " + token);

    end(answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(Instant.now()).isAfter(now.plusSeconds(9));
  }

  @Test
  void aLinkThatExpiresDoesSoToo() throws Exception {
    String link =
        api.postJson(
                path() + "/links",
                "{\"to\":\"monitor\",\"lifetime\":\"PT5S\"}",
                KEY,
                SignInServer.OPERATOR)
            .text("url");
    String query = URI.create(link).getQuery();
    Instant made = Instant.now();

    HttpResponse<Stream<String>> answer = open(path() + "/events?" + query);

    end(answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(Instant.now()).isAfter(made.plusSeconds(4));
  }

  /** Hears with what code its socket is closed. */
  private static final class Closing implements WebSocket.Listener {

    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      code.complete(status);
      return CompletableFuture.completedFuture(reason);
    }
  }
}

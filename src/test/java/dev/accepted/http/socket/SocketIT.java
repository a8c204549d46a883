package dev.accepted.http.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.Abuses;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import dev.accepted.server.RawConnection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same events over WebSocket. */
@Timeout(60)
@ExtendWith(Abuses.class)
class SocketIT extends DeployedServer {

  private static final String[] HANDSHAKE = {
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13"
  };

  private final Api api = new Api();

  @Test
  void aJobIsFollowedToItsEnd() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Listener socket = open("/ws/jobs/" + id(job));
    JsonObject first = socket.next();
    assertThat(first.getString("event")).isEqualTo("queued");
    assertThat(first.getJsonObject("data")).isEqualTo(api.get(job).json());
    api.post(job + "/cancel");
    JsonObject last = socket.next();
    assertThat(last.getString("event")).isEqualTo("canceled");
    assertThat(Long.parseLong(last.getString("id")))
        .isGreaterThan(Long.parseLong(first.getString("id")));
    assertThat(socket.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void whoWasCutOffGoesOnWhereItWas() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Listener cut = open("/ws/jobs/" + id(job));
    String last = cut.next().getString("id");
    cut.socket().abort();
    api.post(job + "/cancel");
    Listener again = open("/ws/jobs/" + id(job) + "?lastEventId=" + last);
    assertThat(again.next().getString("event")).isEqualTo("canceled");
    assertThat(again.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void oneSocketFollowsSeveralJobsAndChangesItsMind() throws Exception {
    String label = "socket-" + System.nanoTime();
    String later = "?runAt=" + Api.inAnHour();
    String first = api.simulate("{\"duration\":\"PT0S\"}", later + "&label=team:" + label);
    String second = api.simulate("{\"duration\":\"PT0S\"}", later);
    String third = api.simulate("{\"duration\":\"PT0S\"}", later);
    Listener socket = open("/ws/jobs?label=team:" + label);
    assertThat(socket.nextOf("queued")).isEqualTo(id(first));
    socket.say("{\"subscribe\":[\"%s\"]}".formatted(id(second)));
    assertThat(socket.nextOf("queued")).isEqualTo(id(second));
    api.post(third + "/cancel");
    api.post(second + "/cancel");
    assertThat(socket.nextOf("canceled")).isEqualTo(id(second));
    socket.say("{\"unsubscribe\":\"*\",\"subscribe\":\"%s\"}".formatted(id(third)));
    assertThat(socket.nextOf("canceled")).isEqualTo(id(third));
    api.post(first + "/cancel");
    api.post(third + "/retry");
    assertThat(socket.next().getJsonObject("data").getString("id")).isEqualTo(id(third));
    socket.socket().sendClose(1000, "").join();
    assertThat(socket.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void whatItSaysWrongIsAnsweredAndTheSocketGoesOn() throws Exception {
    String label = "wrong-" + System.nanoTime();
    Listener socket = open("/ws/jobs?limit=0&event=succeeded&label=team:" + label);
    for (String wrong :
        List.of("", "{", "[]", "{}", "{\"subscribe\":1}", "{\"a\":[]}", "{\"subscribe\":[1]}")) {
      socket.say(wrong);
      JsonObject answer = socket.next();
      assertThat(answer.getString("event")).as(wrong).isEqualTo("problem");
      assertThat(answer.getJsonObject("data").getString("type")).endsWith("/bad-request");
    }
    socket.say("{\"subscribe\":[\"019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f\"]}");
    assertThat(socket.next().getJsonObject("data").getString("type")).endsWith("/job-not-found");
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?label=team:" + label);
    assertThat(socket.nextOf("succeeded")).isEqualTo(id(job));
    socket.socket().abort();
  }

  @Test
  void whatCannotBeFollowedIsSaidInHttp() {
    assertThat(refusal("/ws/jobs/none")).isEqualTo(404);
    assertThat(refusal("/ws/jobs?status=done")).isEqualTo(400);
    assertThat(refusal("/ws/other")).isEqualTo(404);
    assertThat(refusal("/ws/jobs", "Origin", "https://elsewhere.example")).isEqualTo(403);
    assertThat(api.send("POST", "/ws/jobs", BodyPublishers.noBody()).status()).isEqualTo(405);
  }

  @Test
  void whoDoesNotUpgradeIsToldAtOnce() {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      HttpClient client = HttpClient.newBuilder().version(version).build();
      Api asking = new Api(api.server(), client, Duration.ofSeconds(20));
      for (int time = 0; time < 3; time++) {
        Answer plain = asking.get("/ws/jobs");
        assertThat(plain.status()).as(version.name()).isEqualTo(426);
        assertThat(plain.header("Content-Type")).startsWith("application/problem+json");
        assertThat(plain.header("Upgrade"))
            .isEqualTo(version == HttpClient.Version.HTTP_1_1 ? "websocket" : "");
      }
    }
  }

  @Test
  void aHandshakeHasNoBody() throws Exception {
    try (RawConnection client = RawConnection.to(URI.create(api.server()).getPort())) {
      client.send("GET /ws/jobs", "abc", handshakeAnd("Content-Length: 3"));
      assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains("/problems/bad-request");
    }
    Abuses.note("sockets", "a handshake with a body", "400 bad-request");
  }

  @Test
  void aPageOfThisServerMayOpenOne() throws Exception {
    Listener socket = open("/ws/jobs?limit=0", "Origin", api.server());
    socket.socket().sendClose(1000, "").join();
    assertThat(socket.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  /**
   * Nobody may say anything before the handshake is answered (RFC 6455, section 4.1); who does
   * holds nothing by it. Undertow keeps what was said and answers it as frames.
   */
  @Test
  void whoSpeaksBeforeItIsAskedIsAnsweredAndSentAway() throws Exception {
    try (RawConnection client = RawConnection.to(URI.create(api.server()).getPort())) {
      client.send("GET /ws/jobs", "no frame", HANDSHAKE);
      String answer = client.answer();
      String attempt = "bytes in one piece with a handshake";
      if (answer.startsWith("HTTP/1.1 101 ")) {
        assertThat(client.rest()).contains("\u0003\u00ea");
        Abuses.note("sockets", attempt, "101, and the socket is closed with 1002");
      } else {
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/bad-request");
        Abuses.note("sockets", attempt, "400 bad-request");
      }
    }
  }

  private static String[] handshakeAnd(String header) {
    String[] all = Arrays.copyOf(HANDSHAKE, HANDSHAKE.length + 1);
    all[HANDSHAKE.length] = header;
    return all;
  }

  private int refusal(String path, String... headers) {
    try {
      open(path, headers).socket().abort();
      return 101;
    } catch (CompletionException failed) {
      assertThatThrownBy(
              () -> {
                throw failed.getCause();
              })
          .isInstanceOf(WebSocketHandshakeException.class);
      return ((WebSocketHandshakeException) failed.getCause()).getResponse().statusCode();
    }
  }

  private Listener open(String path, String... headers) {
    Listener listener = new Listener();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI uri = URI.create(api.server().replaceFirst("http", "ws") + path);
    listener.opened = builder.buildAsync(uri, listener).join();
    return listener;
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }

  /** Keeps what it is told. */
  private static final class Listener implements WebSocket.Listener {

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final List<CharSequence> parts = new ArrayList<>();
    private WebSocket opened;

    WebSocket socket() {
      return opened;
    }

    void say(String text) {
      opened.sendText(text, true).join();
    }

    JsonObject next() throws InterruptedException {
      JsonObject message = messages.poll(20, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
      return message;
    }

    String nextOf(String event) throws InterruptedException {
      JsonObject message = next();
      assertThat(message.getString("event")).isEqualTo(event);
      return message.getJsonObject("data").getString("id");
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.add(data.toString());
      if (last) {
        try (JsonReader reader = Json.createReader(new StringReader(String.join("", parts)))) {
          messages.add(reader.readObject());
        }
        parts.clear();
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }

  /** Where a late body has its request come by again, it comes by the same doors. */
  @Test
  void noBodyOpensAnotherWay() throws Exception {
    try (RawConnection client = RawConnection.to(URI.create(api.server()).getPort())) {
      client.send(
          "GET /ws/jobs/01900000-0000-7000-8000-000000000000",
          "a",
          handshakeAnd("Content-Length: 3"));
      assertThat(api.get("/api").status()).isEqualTo(200);
      client.write("bc");
      assertThat(client.answer()).startsWith("HTTP/1.1 404 ").contains("job-not-found");
    }
  }
}

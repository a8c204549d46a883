package dev.accepted.types.inspections.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body.End;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an ordinary client hides, and where it doesn't go. */
@Timeout(60)
class CallerTest {

  private static final Limits SMALL = new Limits(Duration.ofSeconds(5), 16, 64);

  @TempDir Path folder;

  @Test
  void sendsWhatItIsToldAndReadsWhatComes() throws Exception {
    try (RawServer server =
        new RawServer("HTTP/1.1 202 Accepted\nLocation: /a\nContent-Length: 5\n\nhello")) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/jobs?a=%20b");
      Reply reply =
          caller("127.0.0.1").call(new Call("POST", url, Headers.of("X-Mine", "yes"), "körper"));

      Answer answer = Objects.requireNonNull(reply.answer());
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.headers().first("location")).contains("/a");
      assertThat(answer.body().text()).isEqualTo("hello");
      assertThat(answer.body().end()).isEqualTo(End.COMPLETE);
      assertThat(server.asked().get(0))
          .startsWith("POST /jobs?a=%20b HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("X-Mine: yes\r\n", "Content-Length: 7\r\n", "Connection: close\r\n");
    }
  }

  @Test
  void readsChunksAndPassesOverWhatComesBefore() throws Exception {
    Answer answer =
        answer(
            "GET",
            "HTTP/1.1 103 Early Hints\nLink: </x>\n\nHTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n4\n{\"a\"\n4;x=y\n: 1}\n0\n\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().object()).isPresent();
  }

  @Test
  void seesBodiesThatDoNotBelongThere() throws Exception {
    assertThat(answer("HEAD", "HTTP/1.1 200 OK\nContent-Length: 4\n\nabcd").body().length())
        .isEqualTo(4);
    assertThat(answer("HEAD", "HTTP/1.1 200 OK\nContent-Length: 4\n\n").body().isEmpty()).isTrue();
    assertThat(answer("GET", "HTTP/1.1 304 Not Modified\n\nabcd").body().isEmpty()).isFalse();
    assertThat(answer("GET", "HTTP/1.1 204 No Content\n\nx").body().isEmpty()).isFalse();
  }

  @Test
  void seesLengthsThatAreNotTrue() throws Exception {
    assertThat(answer("GET", "HTTP/1.1 200 OK\nContent-Length: 9\n\nabcd").body().end())
        .isEqualTo(End.BROKEN_OFF);
    assertThat(
            answer("GET", "HTTP/1.1 200 OK\nConnection: close\nContent-Length: 2\n\nabcd")
                .body()
                .end())
        .isEqualTo(End.OVERRUN);
    assertThat(answer("GET", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n9\nab").body().end())
        .isEqualTo(End.BROKEN_OFF);
  }

  @Test
  void readsNoMoreThanItMay() throws Exception {
    try (RawServer endless =
        new RawServer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write(new byte[1000]);
              }
            })) {
      Answer answer =
          Objects.requireNonNull(caller("127.0.0.1").call(get(endless.port())).answer());

      assertThat(answer.body().end()).isEqualTo(End.CUT);
      assertThat(answer.body().text()).hasSize(16);
      assertThat(answer.body().length()).isLessThan(10_000);
    }
  }

  @Test
  void saysWhatIsNotHttp() throws Exception {
    for (String nonsense :
        new String[] {
          "220 mail.example ESMTP\n\n",
          "HTTP/2 200\n\n",
          "HTTP/1.1 200 OK\nno colon\n\n",
          "HTTP/1.1 200 OK\nContent-Length: many\n\n",
          "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n",
          "HTTP/1.1 101 Switching Protocols\n\n",
          "HTTP/1.1 200 OK\n" + "A: b\n".repeat(300) + "\n",
          "HTTP/1.1 200 " + "x".repeat(20_000) + "\n\n"
        }) {
      try (RawServer server = new RawServer(nonsense)) {
        assertThat(caller("127.0.0.1").call(get(server.port())).failure())
            .as(nonsense)
            .isEqualTo("not-http");
      }
    }
  }

  @Test
  void waitsForSoLongOnly() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Limits hasty = new Limits(Duration.ofMillis(100), 16, 64);
      Caller caller = new Caller(names("127.0.0.1", NameResolver.SYSTEM), Clock.systemUTC(), hasty);

      assertThat(caller.call(get(silent.getLocalPort())).failure()).isEqualTo("timeout");
    }
  }

  @Test
  void isBrokenOffFromOutside() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Limits patient = new Limits(Duration.ofMinutes(5), 16, 64);
      Caller caller =
          new Caller(names("127.0.0.1", NameResolver.SYSTEM), Clock.systemUTC(), patient);
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(() -> caller.call(get(silent.getLocalPort())));
      silent.accept().getInputStream().read();

      caller.close();

      assertThat(reply.get(20, TimeUnit.SECONDS).failure()).isEqualTo("connection-broken");
      assertThat(caller.call(get(silent.getLocalPort())).failure()).isEqualTo("stopped");
    }
  }

  @Test
  void connectsToNoAddressThatIsNotAllowed() throws Exception {
    try (RawServer inner = new RawServer("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
      for (String host :
          new String[] {"127.0.0.1", "localhost", "[::1]", "2130706433", "[::ffff:127.0.0.1]"}) {
        URI url = URI.create("http://" + host + ":" + inner.port() + "/");
        Reply reply = caller("10.0.0.0/8").call(new Call("GET", url, Headers.NONE, null));
        assertThat(reply.failure()).as(host).isEqualTo("address-refused");
      }
      assertThat(inner.asked()).isEmpty();
    }
  }

  /** A name that was public when it was checked, and leads elsewhere a moment later. */
  @Test
  void connectsToTheAddressThatWasChecked() throws Exception {
    try (RawServer inner = new RawServer("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
      AtomicInteger lookUps = new AtomicInteger();
      NameResolver rebinding =
          host ->
              new InetAddress[] {
                InetAddress.getByName(lookUps.incrementAndGet() == 1 ? "127.0.0.2" : "127.0.0.1")
              };
      Caller caller = new Caller(names("127.0.0.2", rebinding), Clock.systemUTC(), SMALL);
      URI url = URI.create("http://rebinding.example:" + inner.port() + "/");
      Call call = new Call("GET", url, Headers.NONE, null);

      assertThat(caller.call(call).failure()).isEqualTo("connection-refused");
      assertThat(lookUps).hasValue(1);
      assertThat(caller.call(call).failure()).isEqualTo("address-refused");
      assertThat(inner.asked()).isEmpty();
    }
  }

  private Answer answer(String method, String text) throws IOException {
    try (RawServer server = new RawServer(text)) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/");
      Reply reply = caller("127.0.0.1").call(new Call(method, url, Headers.NONE, null));
      return Objects.requireNonNull(reply.answer(), String.valueOf(reply.failure()));
    }
  }

  private static Call get(int port) {
    return new Call("GET", URI.create("http://127.0.0.1:" + port + "/"), Headers.NONE, null);
  }

  private Caller caller(String allow) {
    return new Caller(names(allow, NameResolver.SYSTEM), Clock.systemUTC(), SMALL);
  }

  private CheckedNames names(String allow, NameResolver resolver) {
    return new CheckedNames(
        resolver,
        new AddressRules(
            TestSettings.in(folder, Map.of("accepted.inspections.allow", allow)).inspections()));
  }
}

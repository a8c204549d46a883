package dev.accepted.types.inspections.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that hold on to whoever calls them, or send what is too much. */
@Timeout(60)
class HostileServersTest {

  private static final Limits HASTY = new Limits(Duration.ofMillis(500), 1 << 10, 1 << 20);
  private static final Limits PATIENT = new Limits(Duration.ofMinutes(5), 1 << 10, 1 << 20);

  /** The beginning of a record of a handshake (RFC 8446, section 5.1), of 16 KiB. */
  private static final String RECORD = "\u0016\u0003\u0003?\u00ff\u0002\u0000?\u00fb";

  @TempDir Path folder;

  private Caller caller(Limits limits) {
    AddressRules rules =
        new AddressRules(
            TestSettings.in(folder, Map.of("accepted.inspections.allow", "127.0.0.1"))
                .inspections());
    return new Caller(new CheckedNames(NameResolver.SYSTEM, rules), Clock.systemUTC(), limits);
  }

  /** Sends the beginning at once, and then a byte each few milliseconds, as long as it is let. */
  private static RawServer dripping(String beginning) throws IOException {
    return new RawServer((request, out) -> drip(out, beginning));
  }

  private static void drip(OutputStream out, String beginning) throws IOException {
    out.write(beginning.replace("\n", "\r\n").getBytes(ISO_8859_1));
    while (true) {
      out.write('x');
      out.flush();
      CompletableFuture<Void> never = new CompletableFuture<>();
      never.completeOnTimeout(null, 20, TimeUnit.MILLISECONDS).join();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\n",
        "HTTP/1.1 200 OK\nA: b\nLong: ",
        "HTTP/1.1 200 OK\nContent-Length: 100000\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nffff\n"
      })
  void bytesThatDripAreWaitedForAsLongAsAnyAnswer(String beginning) throws Exception {
    try (RawServer server = dripping(beginning)) {
      assertThat(caller(HASTY).call(get("http", server.port())).failure()).isEqualTo("timeout");
    }
  }

  @Test
  void soAreThoseOfAHandshake() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> dripTls(server));

      assertThat(caller(HASTY).call(get("https", server.getLocalPort())).failure())
          .isEqualTo("timeout");
      dripping.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aHandshakeIsBrokenOffFromOutside() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Caller caller = caller(PATIENT);
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(() -> caller.call(get("https", server.getLocalPort())));
      try (Socket socket = server.accept()) {
        assertThat(socket.getInputStream().read()).isPositive();

        caller.close();

        assertThat(reply.get(20, TimeUnit.SECONDS).failure()).isNotNull();
      }
    }
  }

  /** Whoever calls has gone when it can't be written to any more. */
  private static void dripTls(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
      drip(socket.getOutputStream(), RECORD);
    } catch (IOException gone) {
      // as it should be
    }
  }

  @Test
  void whoTakesNothingIsNotWaitedForEither() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");
      Call call = new Call("POST", url, Headers.NONE, "x".repeat(32 << 20));

      assertThat(caller(HASTY).call(call).failure()).isEqualTo("timeout");
    }
  }

  @Test
  void whatIsCompressedIsNotUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[20 << 20]);
    }
    byte[] bomb = packed.toByteArray();
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
            .formatted(bomb.length);
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              out.write(head.getBytes(ISO_8859_1));
              out.write(bomb);
            })) {
      Answer answer = answer(server);

      assertThat(answer.body().length()).isEqualTo(bomb.length);
      assertThat(answer.body().text().length()).isLessThanOrEqualTo(1 << 10);
      assertThat(server.asked().get(0)).doesNotContainIgnoringCase("Accept-Encoding");
    }
  }

  /** 199 lines of 16,000 characters: 3 MB, of each of 200 answers. */
  @ParameterizedTest
  @ValueSource(ints = {5, 199})
  void headsOfAnswersAreShort(int lines) throws Exception {
    String flood = ("A: " + "b".repeat(16_000) + "\n").repeat(lines);
    try (RawServer server = new RawServer("HTTP/1.1 200 OK\n" + flood + "Content-Length: 0\n\n")) {
      assertThat(caller(PATIENT).call(get("http", server.port())).failure()).isEqualTo("not-http");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 103 Early Hints\n\n", "x", "A: b\n"})
  void whatNeverComesToAnEndIsNotHttp(String piece) throws Exception {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              String start = piece.startsWith("A") ? "HTTP/1.1 200 OK\n" : "";
              byte[] bytes =
                  (start + piece.repeat(1_000)).replace("\n", "\r\n").getBytes(ISO_8859_1);
              while (true) {
                out.write(bytes);
              }
            })) {
      assertThat(caller(PATIENT).call(get("http", server.port())).failure()).isEqualTo("not-http");
    }
  }

  /** Tags are sent back: what some servers take for a line's end must not be in them. */
  @Test
  void aLoneCarriageReturnIsNoEndOfALine() throws Exception {
    try (RawServer server =
        new RawServer("HTTP/1.1 200 OK\nETag: \"a\rX-Evil: 1\u0000\"\nContent-Length: 0\n\n")) {
      assertThat(answer(server).headers().first("ETag")).contains("\"a X-Evil: 1 \"");
    }
  }

  private Answer answer(RawServer server) {
    Reply reply = caller(PATIENT).call(get("http", server.port()));
    return Objects.requireNonNull(reply.answer(), String.valueOf(reply.failure()));
  }

  private static Call get(String scheme, int port) {
    URI url = URI.create(scheme + "://127.0.0.1:" + port + "/");
    return new Call("GET", url, Headers.NONE, null);
  }
}

package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import dev.accepted.server.RawConnection;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status code, over real HTTP. */
class SimulatorIT extends DeployedServer {

  private static final String STATUS = "/api/status/";
  private static final List<Integer> CODES =
      StatusCodes.all().stream().map(StatusCode::code).toList();

  /** After which servers end the connection: 408 as it should be, 417 since Undertow does. */
  private static final List<Integer> ENDING = List.of(408, 417);

  private final Api api = new Api();

  static IntStream none() {
    return IntStream.of(204, 205, 304);
  }

  private Answer send(String method, String rest, String... headers) {
    return api.send(method, STATUS + rest, BodyPublishers.noBody(), headers);
  }

  /** Payara ends the connection after some, and leaves out the length of a 205 and of a 426. */
  @EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
  void eachCodeIsAnsweredToEachMethodOnOneConnection(String method) throws IOException {
    RawConnection connection = connect();
    try {
      for (int code : CODES) {
        String text = method.startsWith("P") ? "{\"a\":1}" : "";
        connection.send(method + " " + STATUS + code, text, "Content-Length: " + text.length());
        String head = method.equals("HEAD") ? connection.head() : connection.answer();
        assertThat(head).startsWith("HTTP/1.1 " + code + " ");
        if (ENDING.contains(code)) {
          connection.close();
          connection = connect();
        }
      }
    } finally {
      connection.close();
    }
  }

  private static RawConnection connect() throws IOException {
    return RawConnection.to(URI.create(System.getProperty("accepted.url")).getPort());
  }

  @EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
  @Test
  void eachSaysWhatItNeeds() {
    for (StatusCode code : StatusCodes.all()) {
      Answer answer = send("POST", code.code() + "?a=b");
      for (NeededHeader header : code.headers()) {
        if (header.isFor("POST")) {
          assertThat(answer.header(header.name())).as("%s %s", code, header).isNotEmpty();
        }
      }
      if (code.body()) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length);
      } else {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Type")).as("%s", code).isEmpty();
      }
      if (code.body() && code.code() != 206) {
        assertSaysWhatItIs(answer.json(), code);
      }
    }
    assertThat(send("GET", "205").header("Content-Length")).isEqualTo("0");
    assertThat(send("GET", "204").headers().map()).doesNotContainKey("content-length");
  }

  private static void assertSaysWhatItIs(JsonObject body, StatusCode code) {
    assertThat(body.getInt("code")).isEqualTo(code.code());
    assertThat(body.getString("reason")).isEqualTo(code.reason());
    assertThat(body.getString("description")).isEqualTo(code.description());
    assertThat(body.getString("specification")).isEqualTo(code.specification());
    JsonObject request = body.getJsonObject("request");
    assertThat(request.getString("method")).isEqualTo("POST");
    assertThat(request.getString("path")).isEqualTo(STATUS + code.code());
    assertThat(request.getString("query")).isEqualTo("a=b");
  }

  @Test
  void someHeadersFitTheRequest() {
    String server = System.getProperty("accepted.url");
    assertThat(send("GET", "201").header("Location")).isEqualTo(server + STATUS + "200");
    assertThat(send("GET", "405").header("Allow")).isEqualTo("DELETE, OPTIONS, PATCH, POST, PUT");
    assertThat(send("PUT", "405").header("Allow")).doesNotContain("PUT").contains("GET, HEAD");
    assertThat(send("PATCH", "415").header("Accept-Patch")).isNotEmpty();
    assertThat(send("PATCH", "415").header("Accept-Post")).isEmpty();
    assertThat(send("GET", "416").header("Content-Range")).matches("bytes \\*/[0-9]+");
    assertThat(send("GET", "408").header("Connection")).isEqualTo("close");
    assertThat(send("GET", "451").header("Link")).contains("rel=\"blocked-by\"");
  }

  @Test
  void theRequestIsToldButNoCredentials() {
    Answer answer =
        send("GET", "200", "Authorization", "Bearer nonsense", "Cookie", "a=secret", "X-A", "1");

    assertThat(answer.status()).isEqualTo(200);
    JsonObject headers = answer.json().getJsonObject("request").getJsonObject("headers");
    assertThat(headers.getString("x-a")).isEqualTo("1");
    assertThat(answer.text()).doesNotContain("nonsense", "secret");
  }

  @Test
  void partsFitTogether() {
    Answer half = send("GET", "206");
    String whole = half.header("Content-Range").replaceAll(".*/", "");
    assertThat(half.header("Content-Range")).startsWith("bytes 0-" + (half.body().length - 1));
    Answer one = send("GET", "206", "Range", "bytes=0-49");
    Answer two = send("GET", "206", "Range", "bytes=50-");
    assertThat(one.header("Content-Range")).isEqualTo("bytes 0-49/" + whole);
    assertThat(one.header("ETag")).isEqualTo(two.header("ETag")).startsWith("\"");
    assertThat(one.text() + two.text())
        .hasSize(Integer.parseInt(whole))
        .startsWith("{\"code\":206")
        .endsWith("}");
    assertThat(send("GET", "206", "Range", "bytes=999999-").status()).isEqualTo(206);
    assertThat(send("GET", "206?body=").status()).isEqualTo(206);
  }

  @Test
  void a202LeadsToAMonitorThatLeadsToAResult() {
    Answer accepted = send("POST", "202");
    String monitor = accepted.header("Location");
    assertThat(Integer.parseInt(accepted.header("Retry-After"))).isPositive();

    Answer running = api.get(monitor);
    assertThat(running.status()).isEqualTo(200);
    assertThat(running.text("status")).isEqualTo("running");
    assertThat(Integer.parseInt(running.header("Retry-After"))).isBetween(1, 4);
    Answer early = api.get(monitor.replace("monitors", "results"));
    assertThat(early.problem()).isEqualTo("result-not-ready");
    assertThat(early.status()).isEqualTo(409);

    String over = monitor.replaceAll("-[0-9]+$", "-0");
    Answer done = api.get(over);
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.text("status")).isEqualTo("succeeded");
    assertThat(done.header("Location")).isEqualTo(over.replace("monitors", "results"));
    assertThat(api.get(done.header("Location")).status()).isEqualTo(200);
    assertThat(api.get(STATUS + "202/monitors/nothing").problem()).isEqualTo("unknown-resource");
  }

  @Test
  void anAnswerMayComeLate() {
    long began = System.nanoTime();
    Answer answer = send("GET", "503?sleep=400");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(System.nanoTime() - began).isGreaterThan(390_000_000L);
  }

  /** Many more than the server has threads for; one after the other they would take minutes. */
  @Test
  void manyThatComeLateKeepNobodyWaiting() {
    List<CompletableFuture<Answer>> late =
        IntStream.range(0, 300).mapToObj(i -> api.getLater(STATUS + "200?sleep=10000")).toList();
    long began = System.nanoTime();
    assertThat(send("GET", "200").status()).isEqualTo(200);
    assertThat(System.nanoTime() - began).isLessThan(9_000_000_000L);
    late.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
  }

  @Test
  void headersAndBodyCanBeOthers() {
    Answer answer = send("GET", "429?header=Retry-After:30&header=X-A:1&header=X-A:%202&body=oh");
    assertThat(answer.header("Retry-After")).isEqualTo("30");
    assertThat(answer.headers().allValues("X-A")).containsExactly("1", "2");
    assertThat(answer.text()).isEqualTo("oh");
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(send("GET", "503?header=retry-after:").header("Retry-After")).isEmpty();
    assertThat(send("GET", "404?body=%7B%22a%22:1%7D").header("Content-Type"))
        .isEqualTo("application/json");
    Answer script = send("GET", "200?body=%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(script.header("Content-Type")).startsWith("text/plain");
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(script.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(send("GET", "204?body=x").body()).isEmpty();
    assertThat(send("GET", "200?body=" + "%5B".repeat(2000)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "299, unknown-status-code",
    "306, unknown-status-code",
    "100, unknown-status-code",
    "103, unknown-status-code",
    "600, unknown-status-code",
    "abc, unknown-status-code",
    "0200, unknown-status-code",
    "200?sleep=x, invalid-parameter",
    "200?sleep=-1, invalid-parameter",
    "200?sleep=1&sleep=2, invalid-parameter",
    "200?header=a, invalid-parameter",
    "200?header=a:b%0D%0Ac:d, invalid-parameter",
    "200?header=Set-Cookie:a=b, invalid-parameter",
    "302?header=Location:https://other.example/, invalid-parameter",
    "404?body=a&body=b, invalid-parameter"
  })
  void whatCannotBeDoneIsSaid(String rest, String problem) {
    Answer answer = send("GET", rest);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void allAreListed() {
    JsonObject all = api.get("/api/status").json();
    assertThat(all.getJsonArray("codes").getValuesAs(JsonObject.class))
        .extracting(code -> code.getInt("code"))
        .isEqualTo(CODES);
    assertThat(all.getJsonArray("informational")).hasSize(5);
    String self =
        all.getJsonArray("codes").getJsonObject(0).getJsonObject("links").getString("self");
    assertThat(api.get(self).status()).isEqualTo(200);
  }
}

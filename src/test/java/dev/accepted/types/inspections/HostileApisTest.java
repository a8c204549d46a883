package dev.accepted.types.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobDefinition;
import dev.accepted.outbound.NameResolver;
import dev.accepted.types.inspections.course.Order;
import dev.accepted.types.inspections.wire.RawServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** APIs that send an inspection elsewhere, or that never let it go. */
@Timeout(120)
class HostileApisTest {

  private static final String SECRET = "s3cr3t-of-the-caller";
  private static final int MOST_REQUESTS = 200;

  @TempDir Path folder;

  /** Names lead to this machine, which only a host of that name may be. */
  private Inspecting inspecting(String allowed) {
    NameResolver names = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    return new Inspecting(folder, allowed, NameResolverOf.literalsAnd(names));
  }

  /** An API that redirects at a point of its way: the submission, its monitor, or its result. */
  private static RawServer redirecting(String at, int status, String to) throws IOException {
    return new RawServer(
        (request, out) -> {
          String path = request.split(" ", -1)[1];
          String answer =
              path.equals(at)
                  ? "HTTP/1.1 %d Look There\nLocation: %s\n".formatted(status, to)
                  : switch (path) {
                    case "/submit" -> "HTTP/1.1 202 Accepted\nLocation: /monitor/17\n";
                    case "/monitor/17" -> "HTTP/1.1 303 See Other\nLocation: /result/17\n";
                    default -> "HTTP/1.1 404 Not Found\n";
                  };
          String message = answer.replace("\n", "\r\n") + "Content-Length: 0\r\n\r\n";
          out.write(message.getBytes(StandardCharsets.UTF_8));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "/submit, 307",
    "/submit, 308",
    "/monitor/17, 302",
    "/monitor/17, 303",
    "/result/17, 302",
    "/result/17, 307"
  })
  void noRedirectLeadsToWhereItMayNotGo(String at, int status) throws Exception {
    try (RawServer inner = new RawServer("HTTP/1.1 200 OK\nContent-Length: 6\n\nsecret");
        RawServer api = redirecting(at, status, "http://127.0.0.1:%d/".formatted(inner.port()))) {
      JsonObject report =
          inspecting("api.example")
              .inspect("{'url':'http://api.example:%d/submit'}".formatted(api.port()));

      assertThat(inner.asked()).isEmpty();
      assertThat(failures(report)).contains("address-refused");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "http://user:word@127.0.0.1/",
        "http://"
      })
  void noRedirectLeadsToAnotherScheme(String there) throws Exception {
    for (String at : new String[] {"/submit", "/monitor/17", "/result/17"}) {
      try (RawServer api = redirecting(at, 307, there)) {
        JsonObject report =
            inspecting("api.example")
                .inspect("{'url':'http://api.example:%d/submit'}".formatted(api.port()));

        assertThat(urls(report)).allMatch(url -> url.startsWith("http://api.example:"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/submit, 307", "/monitor/17, 303", "/result/17, 302"})
  void redirectsToOtherHostsTakeNoHeadersAlong(String at, int status) throws Exception {
    try (RawServer other = new RawServer("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
        RawServer api =
            redirecting(at, status, "http://other.example:%d/".formatted(other.port()))) {
      inspecting("127.0.0.1")
          .inspect(
              "{'url':'http://api.example:%d/submit','headers':{'Authorization':'Bearer %s','Cookie':'a=%s','X-Own':'1'}}"
                  .formatted(api.port(), SECRET, SECRET));

      assertThat(String.join("", api.asked())).contains(SECRET);
      assertThat(other.asked()).isNotEmpty();
      assertThat(String.join("", other.asked())).doesNotContain(SECRET, "X-Own", "Cookie");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 999_999_999})
  void aJobWithoutEndIsLeftInTime(int wait) throws Exception {
    try (RawServer api =
        new RawServer(
            "HTTP/1.1 202 Accepted\nLocation: /m/1\nRetry-After: %d\nContent-Length: 0\n\n"
                .formatted(wait))) {
      Inspecting inspecting = new Inspecting(folder);
      Instant begin = inspecting.context().clock().instant();
      JsonObject report =
          inspecting.inspect(
              "{'url':'http://127.0.0.1:%d/','allowCancel':true,'allowRemoval':true}"
                  .formatted(api.port()));

      assertThat(report.getString("cutShort", ""))
          .isEqualTo(wait < 30 ? "" : "the inspection has taken as long as it may");
      assertThat(api.asked()).hasSizeBetween(5, MOST_REQUESTS);
      assertThat(Duration.between(begin, inspecting.context().clock().instant()))
          .isLessThanOrEqualTo(Order.LONGEST);
    }
  }

  /** What one submitter can make this server send at once. */
  @Test
  void fewInspectionsGoOnAtATime() {
    JobDefinition definition = new Inspecting(folder).type().definition();

    assertThat(definition.limits().slots()).isEqualTo(4);
    assertThat(definition.limits().timeout())
        .isGreaterThan(Order.LONGEST)
        .isLessThan(Duration.ofHours(1));
    assertThat(definition.limits().retryPolicy().maxAttempts()).isEqualTo(1);
  }

  private static Set<String> failures(JsonObject report) {
    return report.getJsonArray("exchanges").getValuesAs(JsonObject.class).stream()
        .map(exchange -> exchange.getString("failure", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> urls(JsonObject report) {
    return report.getJsonArray("exchanges").getValuesAs(JsonObject.class).stream()
        .map(exchange -> exchange.getJsonObject("request").getString("url"))
        .collect(Collectors.toSet());
  }
}

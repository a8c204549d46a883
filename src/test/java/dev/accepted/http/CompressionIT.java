package dev.accepted.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of pages, and long lists, come compressed to whoever takes that; nothing else does. */
class CompressionIT extends DeployedServer {

  private static final String[] GZIP = {"Accept-Encoding", "gzip, deflate, br, zstd"};

  private static final int JOBS = 20;

  private final Api api = new Api();

  @ParameterizedTest
  @CsvSource({
    "/, text/html;charset=UTF-8",
    "/index.html, text/html;charset=UTF-8",
    "/jobs, text/html;charset=UTF-8",
    "/reference, text/html;charset=UTF-8",
    "/js/site.js, text/javascript;charset=UTF-8",
    "/css/main.css, text/css;charset=UTF-8",
    "/img/favicon.svg, image/svg+xml",
    "/webjars/swagger-ui/swagger-ui-bundle.js, text/javascript;charset=UTF-8",
    "/webjars/uplot/uPlot.min.css, text/css;charset=UTF-8",
    "/openapi, application/json",
  })
  void aTextIsTwoRepresentations(String path, String mediaType) throws IOException {
    Answer plain = api.get(path);
    Answer compressed = api.get(path, GZIP);

    assertThat(plain.status()).isEqualTo(200);
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(compressed.status()).isEqualTo(200);
    assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(decoded(compressed)).isEqualTo(plain.body()).isNotEmpty();
    assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
    assertThat(compressed.header("ETag")).startsWith("\"").isNotEqualTo(plain.header("ETag"));
    for (Answer answer : new Answer[] {plain, compressed}) {
      assertThat(answer.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT))
          .isEqualTo(mediaType.toLowerCase(Locale.ROOT));
      assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.header("Vary")).endsWith("Accept-Encoding");
      assertThat(answer.headers().map()).doesNotContainKey("last-modified");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/jobs", "/js/site.js", "/openapi"})
  void eachIsUnchangedUnderItsOwnTag(String path) {
    String plain = api.get(path).header("ETag");
    String compressed = api.get(path, GZIP).header("ETag");

    assertThat(api.get(path, "If-None-Match", plain).status()).isEqualTo(304);
    assertThat(api.get(path, "If-None-Match", compressed).status()).isEqualTo(200);
    Answer unchanged =
        api.get(path, GZIP[0], GZIP[1], "If-None-Match", "\"other\", W/" + compressed);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.header("ETag")).isEqualTo(compressed);
    assertThat(unchanged.header("Vary")).endsWith("Accept-Encoding");
    assertThat(unchanged.body()).isEmpty();
    assertThat(api.get(path, GZIP[0], GZIP[1], "If-None-Match", plain).status()).isEqualTo(200);
  }

  @Test
  void theHeadIsThatOfTheWhole() {
    Answer head = api.send("HEAD", "/js/site.js", BodyPublishers.noBody(), GZIP);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(head.header("Content-Length"))
        .isEqualTo("" + api.get("/js/site.js", GZIP).body().length);
  }

  @Test
  void thePageOfAnErrorIsNoPageToKeep() throws IOException {
    Answer missing = api.get("/no-such-page", GZIP);

    assertThat(missing.status()).isEqualTo(404);
    assertThat(new String(decoded(missing), UTF_8)).contains("<title>");
    assertThat(missing.header("ETag")).isEmpty();
    assertThat(api.get("/no-such-page", "If-None-Match", "*").status()).isEqualTo(404);
    Answer script = api.get("/js/no-such.js", GZIP);
    assertThat(script.status()).isEqualTo(404);
    assertThat(script.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/WEB-INF/none.html",
        "/web-inf/x.js",
        "/js/../WEB-INF/beans.js",
        "/js/"
      })
  void whatIsNoFileIsNotThere(String path) {
    assertThat(api.get(path).status()).isIn(403, 404);
  }

  @Test
  void aLongListIsTwoRepresentations() throws IOException {
    for (int i = 0; i < JOBS; i++) {
      api.finished("{\"duration\":\"PT0S\"}", "?label=compressed:list");
    }
    String path = "/api/jobs?label=compressed:list&limit=" + (JOBS - 1);
    Answer plain = api.get(path);
    Answer compressed = api.get(path, GZIP);

    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(decoded(compressed)).isEqualTo(plain.body());
    assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 3);
    assertThat(compressed.header("Content-Length")).isEqualTo("" + compressed.body().length);
    assertThat(compressed.header("Link")).isEqualTo(plain.header("Link")).contains("rel=\"next\"");
    assertThat(compressed.header("ETag")).startsWith("\"").isNotEqualTo(plain.header("ETag"));
    assertThat(plain.header("Vary")).contains("Accept-Encoding");
    assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    Answer unchanged = api.get(path, GZIP[0], GZIP[1], "If-None-Match", compressed.header("ETag"));
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(api.get(path, "If-None-Match", compressed.header("ETag")).status()).isEqualTo(200);
  }

  /** Tags, lengths, ranges and digests of these are the contract's. */
  @Test
  void theAnswersOfTheApiStayAsTheyAre() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    for (String path :
        new String[] {
          "/api", "/api/types", "/api/jobs?limit=1", job, job + "/status", job + "/result"
        }) {
      Answer plain = api.get(path);
      Answer asked = api.get(path, GZIP);
      assertThat(asked.header("Content-Encoding")).as(path).isEmpty();
      assertThat(asked.header("ETag")).as(path).isEqualTo(plain.header("ETag"));
      assertThat(asked.header("Content-Length")).as(path).isEqualTo(plain.header("Content-Length"));
    }
  }

  private static byte[] decoded(Answer answer) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
  }
}

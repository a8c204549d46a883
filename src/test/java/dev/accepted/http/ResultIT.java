package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The result as a resource: whole, in part, or not at all. */
class ResultIT extends DeployedServer {

  private final Api api = new Api();
  private final String job = api.finished("{\"duration\":\"PT0S\"}", "");
  private final Answer whole = api.get(job + "/result");

  @Test
  void itTellsEverythingAboutItself() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.body());

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Type")).startsWith("application/json");
    assertThat(whole.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
    assertThat(whole.header("Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    assertThat(whole.header("ETag")).startsWith("\"");
    assertThat(whole.header("Last-Modified")).endsWith("GMT");
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.header("Content-Disposition")).contains("filename=\"");
    assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-3,0,4", "bytes=5-,5,-1", "bytes=-6,-6,-1", "bytes=2-999999,2,-1"})
  void aRangeIsAPart(String range, int first, int end) {
    int length = whole.body().length;
    int from = first < 0 ? length + first : first;
    int to = end < 0 ? length : end;
    Answer part = api.get(job + "/result", "Range", range);

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, length));
    assertThat(part.text()).isEqualTo(whole.text().substring(from, to));
    assertThat(part.header("ETag")).isEqualTo(whole.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999-", "bytes=-0"})
  void aRangeBehindTheEndIsRefused(String range) {
    Answer answer = api.get(job + "/result", "Range", range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + whole.body().length);
    assertThat(answer.problem()).isEqualTo("range-not-satisfiable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "lines=0-1", "bytes=5-2", "bytes=x"})
  void otherRangesAreIgnored(String range) {
    assertThat(api.get(job + "/result", "Range", range).status()).isEqualTo(200);
  }

  @Test
  void ifRangeGuardsThePart() {
    for (String condition : new String[] {whole.header("ETag"), whole.header("Last-Modified")}) {
      Answer part = api.get(job + "/result", "Range", "bytes=0-1", "If-Range", condition);
      assertThat(part.status()).isEqualTo(206);
    }
    for (String condition :
        new String[] {"\"other\"", "W/" + whole.header("ETag"), "Sat, 01 Jan 2000 00:00:00 GMT"}) {
      Answer all = api.get(job + "/result", "Range", "bytes=0-1", "If-Range", condition);
      assertThat(all.status()).isEqualTo(200);
    }
  }

  @Test
  void conditionsAreKept() {
    String tag = whole.header("ETag");
    String date = whole.header("Last-Modified");

    assertThat(api.get(job + "/result", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.get(job + "/result", "If-None-Match", "\"a\", W/" + tag).status())
        .isEqualTo(304);
    assertThat(api.get(job + "/result", "If-None-Match", "\"a\"").status()).isEqualTo(200);
    assertThat(api.get(job + "/result", "If-Modified-Since", date).status()).isEqualTo(304);
    assertThat(
            api.get(job + "/result", "If-Modified-Since", date, "If-None-Match", "\"a\"").status())
        .isEqualTo(200);
    assertThat(api.get(job + "/result", "If-Match", "\"a\"").status()).isEqualTo(412);
    assertThat(api.get(job + "/result", "If-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void beforeItIsReadyThereIsAConflict() {
    String running = api.simulate("{\"duration\":\"PT60S\"}", "");
    Answer answer = api.get(running + "/result");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("result-not-ready");
    assertThat(answer.json()).containsKey("submittedAt").doesNotContainKey("status");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    api.post(running + "/cancel");
  }

  @Test
  void withoutOneThereIsAConflict() {
    String failed =
        api.finished("{\"duration\":\"PT0S\",\"outcome\":\"failed\"}", "?maxAttempts=1");
    Answer answer = api.get(failed + "/result");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("no-result");
    assertThat(answer.text("detail")).contains("failed");
    assertThat(answer.header("Retry-After")).isEmpty();
  }
}

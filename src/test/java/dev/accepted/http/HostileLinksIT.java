package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who has a link to a job, or would like to have one. */
@Timeout(120)
@ExtendWith(Abuses.class)
class HostileLinksIT extends LinksFixture {

  private static final String WRONG = "A".repeat(52);

  @Test
  void whatIsWrongIsAnsweredAlikeWhetherThereIsAJobOrNot() {
    String job = api.finished(ZERO, "");
    String other = api.finished(ZERO, "");
    String token = token(job, "{}");
    String changed =
        token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x') + token.substring(21);

    for (String sent :
        List.of(
            changed,
            WRONG,
            "",
            "x",
            token + "&access=" + token,
            token.toLowerCase(Locale.ROOT),
            token + "%20")) {
      Answer there = api.get(job + "/result?access=" + sent);
      Answer nowhere = api.get(NEVER + "/result?access=" + sent);
      assertIs(there, 401, "link-invalid");
      assertThat(there.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(there.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(there.text().replace(job, ""))
          .isEqualTo(nowhere.text().replace(NEVER, ""))
          .doesNotContain(token);
      assertThat(nowhere.status()).isEqualTo(401);
    }
    Abuses.note("links", "a token of which one letter was changed", "401 link-invalid");
    Abuses.note("links", "two tokens at once, a cut one, an empty one", "401 link-invalid");
    Answer anothers = api.get(other + "/result?access=" + token);
    assertIs(anothers, 401, "link-invalid");
    Abuses.note("links", "a token for another job", anothers);
    Answer never = api.get(NEVER + "/result?access=" + token);
    assertThat(never.text().replace(NEVER, "")).isEqualTo(anothers.text().replace(other, ""));
    Abuses.note("links", "a token for a job that never was", "the same, byte for byte");
  }

  @Test
  void anExpiredOneSaysSo() {
    String job = api.finished(ZERO, "");
    String url = make(job, "{\"lifetime\":\"PT1S\"}").text("url");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Answer answer = api.get(url);
    while (answer.status() != 401 && System.nanoTime() < end) {
      answer = api.get(url);
    }

    assertIs(answer, 401, "link-expired");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    Abuses.note("links", "a token whose time is over", answer);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /result",
    "PUT, /result",
    "DELETE, ''",
    "PATCH, ''",
    "OPTIONS, /result",
    "POST, /cancel",
    "POST, /retry",
    "POST, /links",
    "GET, /log",
    "GET, /deliveries",
    "GET, /exchange",
    "GET, /input",
    "GET, /nonsense",
    "GET, /",
    "GET, /result/",
    "GET, //result",
    "GET, /Result",
    "GET, /result;x=1",
    "GET, /%72esult",
    "GET, /files/",
    "GET, /files/%2e%2e",
    "GET, /files/%2e%2e%2flog",
    "GET, /files/x/../../log",
    "GET, /files/..%5clog",
    "GET, /result%2f..%2flog",
    "GET, /result/../log",
    "GET, /./log",
    "GET, /files/rejected.csv%00"
  })
  void nothingElseIsOpened(String method, String rest) {
    String job = api.simulate("{\"duration\":\"PT5M\"}", "");
    String before = api.get(job + "/status").text("status");
    for (String json : List.of("{}", MONITOR)) {
      String path = job + rest + "?access=" + token(job, json);
      String head = method + ' ' + path + " HTTP/1.1";
      String host = "Host: " + api.server().replace("http://", "");
      String answer = RawHttp.answer(List.of(head, host, "Content-Length: 0"), "");
      int status = RawHttp.status(answer);
      assertThat(status).as(answer).isIn(400, 401, 403, 404);
      assertThat(answer).doesNotContain("\"status\":", "\"id\":");
      if (json.equals(MONITOR)) {
        Abuses.note("links", method + " /api/jobs/{id}" + rest + "?access=…", status);
      }
    }
    assertThat(api.get(job + "/status").text("status")).isIn(before, "running");
    api.post(job + "/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status", "/events"})
  void aLinkToTheResultTellsNothingOfTheJob(String rest) {
    String job = api.finished(ZERO, "");
    Answer answer = api.get(job + rest + "?access=" + token(job, "{}"));

    assertIs(answer, 403, "link-too-narrow");
    assertThat(answer.text("opens")).isEqualTo("result");
    Abuses.note("links", "GET /api/jobs/{id}" + rest + " by a link to the result", answer);
  }
}

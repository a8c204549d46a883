package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, titles and labels that lead elsewhere, break lines, or are formulas. */
@ExtendWith(Abuses.class)
class HostileNamesIT extends DeployedServer {

  private final Api api = new Api();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/..%2f..%2fjobs.mv.db",
        "/files/%2e%2e%2fresult",
        "/files/result",
        "/files/..%5c..%5cresult",
        "/files/rejected.csv%00.txt",
        "/files/" + "%2e%2e%2f%2e%2e%2f",
        "/files/file-thumbnail.jpg",
        "/files/C:%5cwindows"
      })
  void filesOfAJobStayInItsFolder(String path) {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");

    Answer answer = api.get(job + path);

    assertThat(answer.status()).isIn(400, 404);
    Abuses.note("names", "GET /api/jobs/{id}" + path, answer.status());
  }

  /**
   * Payara takes the step (RFC 3986, section 5.2.4), and has the job's own resource there, or
   * answers nothing at all.
   */
  @Test
  void aStepUpLeadsNoFurtherThanToTheJob() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");

    Answer answer = api.get(job + "/files/..");

    Abuses.note("names", "GET /api/jobs/{id}/files/..", answer.status());
    if (answer.status() != 400 && answer.status() != 404) {
      assertThat(answer.text())
          .isIn("", api.get(job).text(), api.get(job + "/").text(), api.get(job + "/files").text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2fetc",
        "flights%22%3bdrop%20table%20x",
        "INFORMATION_SCHEMA.TABLES",
        "%00",
        "%2e%2e",
        "x%27%20or%20%271%27%3d%271"
      })
  void datasetsStayInTheirSchema(String name) {
    Answer read = api.get("/api/datasets/" + name + "/rows");
    Answer removed = api.send("DELETE", "/api/datasets/" + name, BodyPublishers.noBody());

    assertThat(read.status()).isIn(400, 404);
    assertThat(removed.status()).isIn(400, 404, 405);
    Abuses.note("names", "rows of the dataset " + name, read.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "x;drop table y", "x\\u0000", "X", "\\u202egnp", "con.txt", "x y"})
  void importsNameADatasetAndNothingElse(String name) {
    Answer answer =
        api.postJson("/api/jobs", "{\"type\":\"import\",\"input\":{\"dataset\":\"" + name + "\"}}");

    assertProblem(answer, 422, "invalid-input");
    Abuses.note("names", "an import into the dataset " + name, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\r\\nX-Evil: 1", "a\\\"; filename=\\\"b.html", "../../../etc/passwd", "\\u202efdp.exe",
        "\\u0000\\u001b[31m", "<script>alert(1)</script>", "\\ud800", "%0d%0aX-Evil: 1"
      })
  void titlesNameAFileAndNothingElse(String title) {
    Answer answer = report("{\"title\":\"Report " + title + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("x-evil");
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .matches("[\\x20-\\x7e]+")
        .doesNotContain("/", "\\", "<", "filename=\"b");
    Abuses.note("names", "a report with the title " + title, answer.header("Content-Disposition"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a%0d%0ab", "a%1b%5b31mb", "a%e2%80%aeb", "a%00b", "a%c2%85b", "a%e2%80%a8b"})
  void labelsAreOneLine(String text) {
    Answer answer = api.postJson("/api/simulations?label=note:" + text, "{\"duration\":\"PT0S\"}");

    assertProblem(answer, 400, "invalid-parameter");
    Abuses.note("names", "the label note:" + text, answer);
  }

  @Test
  void labelsAreCounted() {
    StringBuilder query = new StringBuilder("?");
    IntStream.range(0, 30).forEach(i -> query.append("label=l").append(i).append(":x&"));
    Answer many = api.postJson("/api/simulations" + query, "{\"duration\":\"PT0S\"}");
    Answer long_ =
        api.postJson("/api/simulations?label=a:" + "x".repeat(300), "{\"duration\":\"PT0S\"}");

    assertProblem(many, 400, "invalid-parameter");
    assertProblem(long_, 400, "invalid-parameter");
    Abuses.note("names", "30 labels", many);
    Abuses.note("names", "a label of 300 characters", long_);
  }

  @Test
  void theProblemRepeatsThePathAsTextOnly() {
    Answer answer = api.get("/api/jobs/%3Cscript%3Ealert(1)%3C%2Fscript%3E%0d%0aX-Evil:1");

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.headers().map()).doesNotContainKey("x-evil");
    assertThat(answer.text()).doesNotContain("<script>");
    Abuses.note("names", "GET /api/jobs/<script>…", answer.status());
  }

  @Test
  void formulasAreText() {
    Answer csv = report("{\"format\":\"csv\"}");

    assertThat(csv.text())
        .contains("'=cmd|' /C calc'!A0", "'@SUM(1)", "'\uff1d1+1", "\r\n-5,")
        .doesNotContain("\n=cmd");
    Abuses.note(
        "formulas",
        "cells that begin with = + - @ TAB and full-width forms, to CSV",
        "an apostrophe in front");
  }

  private Answer report(String input) {
    String csv = "a,=b\n=cmd|' /C calc'!A0,1\n@SUM(1),2\n\uff1d1+1,3\n-5,4\n";
    Answer accepted =
        FormText.send(api, "/api/reports", fields(input), FormText.file("a.csv", csv));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    String job = "/api/jobs/" + accepted.text("id");
    Answer status = api.get(job + "/status", "Prefer", "wait=20");
    assertThat(status.text("status")).as(status.text()).isEqualTo("succeeded");
    return api.get(job + "/result");
  }

  /** The members of a flat input, as parts; {@code format} is csv. */
  private static String fields(String input) {
    Answer parsed =
        new Answer(
            200, HttpHeaders.of(Map.of(), (a, b) -> true), input.getBytes(StandardCharsets.UTF_8));
    JsonObject json = parsed.json();
    StringBuilder parts = new StringBuilder();
    json.forEach(
        (name, value) -> {
          if (!name.equals("format")) {
            parts.append(FormText.part(name, json.getString(name)));
          }
        });
    return parts + FormText.part("format", "csv");
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }
}

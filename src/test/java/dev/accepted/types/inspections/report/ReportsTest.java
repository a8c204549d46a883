package dev.accepted.types.inspections.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Places;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.rules.Rules;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The three forms of a report, of an API that sends all that could do harm. */
class ReportsTest {

  private static final String HOSTILE = "<script>alert('x')</script> & \"]]>\u0000\u0007";
  private static final URI URL = URI.create("https://api.example/jobs?a=%3Cscript%3E");

  private final Inspected inspected = inspected(null);

  private static Inspected inspected(@Nullable String cutShort) {
    return Inspected.of(transcript(cutShort), new Redaction(Headers.NONE));
  }

  private static Transcript transcript(@Nullable String cutShort) {
    byte[] body = HOSTILE.getBytes(StandardCharsets.UTF_8);
    Answer answer =
        new Answer(
            500, Headers.of("X-<b>", HOSTILE), new Body(body, body.length, Body.End.COMPLETE));
    Instant at = Instant.parse("2026-11-21T20:41:07.5Z");
    Call call = new Call("POST", URL, Headers.of("X-A", HOSTILE), HOSTILE);
    Exchange answered =
        new Exchange(1, Purpose.SUBMIT, call, at, Duration.ofMillis(1500), answer, null);
    Exchange failed =
        new Exchange(
            2, Purpose.FIRST_POLL, call, at.plusSeconds(2), Duration.ZERO, null, "timeout");
    return new Transcript(
        new Places(URL, null, null, null, "by " + HOSTILE), List.of(answered, failed), cutShort);
  }

  private static JsonObject json(Inspected inspected) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport(inspected).write(out);
    return Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
  }

  /** Whoever reads a grade must not take it for that of all. */
  @Test
  void allOfThemSayThatAnInspectionWasCutShort() {
    Inspected partial = inspected("it was <stopped>");
    String told = "This is not all: it was &lt;stopped&gt;. What it didn&#39;t come to";

    assertThat(json(partial).getString("cutShort")).isEqualTo("it was <stopped>");
    assertThat(new HtmlReport(partial).text()).contains("<p class=\"cut-short\">" + told);
    assertThat(new JunitReport(partial).text()).contains("<system-err>" + told);
    assertThat(new HtmlReport(inspected).text()).doesNotContain("cut-short\">");
    assertThat(new JunitReport(inspected).text()).doesNotContain("system-err");
  }

  @Test
  void jsonHasWhatTheContractSays() {
    JsonObject report = json(inspected);

    assertThat(report.keySet()).containsExactly("grade", "style", "findings", "exchanges");
    assertThat(report.getString("grade")).isEqualTo("F");
    JsonObject finding = report.getJsonArray("findings").getJsonObject(0);
    assertThat(finding.keySet())
        .containsExactly("id", "severity", "title", "detail", "reference", "remedy", "exchanges");
    assertThat(finding.getString("id")).isEqualTo("submission-refused");
    assertThat(finding.getString("severity")).isEqualTo("error");
    assertThat(finding.getJsonArray("exchanges").getInt(0)).isEqualTo(1);
    JsonObject exchange = report.getJsonArray("exchanges").getJsonObject(0);
    assertThat(exchange.getInt("milliseconds")).isEqualTo(1500);
    assertThat(exchange.getJsonObject("answer").getString("body")).isEqualTo(HOSTILE);
    assertThat(report.getJsonArray("exchanges").getJsonObject(1).getString("failure"))
        .isEqualTo("timeout");
  }

  @Test
  void thePageRunsNothingAndNeedsNothing() {
    String page = new HtmlReport(inspected).text();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;]]&gt;")
        .contains("<svg ", "submission-refused", "id=\"exchange-2\"")
        .doesNotContain("<script", "<b>", "src=", "\u0000", "\u0007")
        .doesNotContainPattern("(?i)\\son[a-z]+=")
        .doesNotContain("@import", "url(");
  }

  @Test
  void junitXmlIsReadByWhoeverReadsXml() throws Exception {
    String xml = new JunitReport(inspected).text();
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element suite = document.getDocumentElement();
    int cases = document.getElementsByTagName("testcase").getLength();

    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(cases).isEqualTo(Rules.all().size());
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(Integer.toString(document.getElementsByTagName("failure").getLength()));
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo(Integer.toString(document.getElementsByTagName("skipped").getLength()));
    assertThat(suite.getAttribute("time")).isEqualTo("2.000");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-21T20:41:07");
    assertThat(document.getElementsByTagName("failure").getLength()).isPositive();
    assertThat(document.getElementsByTagName("skipped").item(0).getTextContent())
        .isEqualTo("The same submission made two jobs, for all its Idempotency-Key");
    assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
        .isEqualTo("Not seen: The submission got no answer");
  }
}

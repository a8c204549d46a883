package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to do harm: too deep, too many, too long. */
@ExtendWith(Abuses.class)
class HostileInputIT extends DeployedServer {

  private static final int MIB = 1 << 20;

  private final Api api = new Api();

  @ParameterizedTest
  @CsvSource({
    "brackets by the million, [, 400",
    "objects by the hundred thousand, '{\"a\":', 400",
    "a number of a million digits, 7, 400"
  })
  void deepAndLongJson(String what, String piece, int status) {
    String body = piece.repeat((MIB - 20) / piece.length());

    for (String path :
        new String[] {"/api/simulations", "/api/jobs", "/api/subscriptions", "/api/schedules"}) {
      Answer whole = api.postJson(path, body);
      Answer within = api.postJson(path, "{\"duration\":" + body);
      assertProblem(whole, status, "malformed-json");
      assertProblem(within, status, "malformed-json");
    }
    Abuses.note("JSON", what, status + " malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1e-999999999", "0.0000001e2147483647", "1e99999999999999"})
  void numbersWithHugeExponents(String number) {
    Answer answer =
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\",\"steps\":" + number + "}");

    assertProblem(answer, 400, "malformed-json");
    Abuses.note("JSON", "the number " + number, answer);
  }

  @Test
  void moreValuesThanAnInputHas() {
    Answer list = api.postJson("/api/reports", "{\"columns\":[" + "1,".repeat(400_000) + "1]}");
    StringBuilder members = new StringBuilder("{\"a\":0");
    IntStream.range(0, 60_000).forEach(i -> members.append(",\"a").append(i).append("\":0"));
    Answer unknown = api.postJson("/api/simulations", members + "}");

    assertProblem(list, 422, "invalid-input");
    assertProblem(unknown, 422, "invalid-input");
    assertThat(unknown.body().length).as("it isn't answered at length").isLessThan(50_000);
    Abuses.note("JSON", "a list of 400,001 values", list);
    Abuses.note("JSON", "60,000 unknown members", unknown);
  }

  @Test
  void jsonInTheFieldsOfAForm() {
    String deep = "[".repeat(MIB / 2);
    Answer chart =
        FormText.send(
            api, "/api/reports", FormText.part("chart", deep), FormText.part("dataset", "flights"));
    Answer columns =
        FormText.send(api, "/api/reports", FormText.part("columns", ",".repeat(MIB / 2)));
    Answer number =
        FormText.send(api, "/api/simulations", FormText.part("steps", "9".repeat(MIB / 2)));

    assertProblem(chart, 422, "invalid-input");
    assertProblem(columns, 422, "invalid-input");
    assertProblem(number, 422, "invalid-input");
    Abuses.note("JSON", "500,000 brackets in a field of a form", chart);
    Abuses.note("JSON", "500,000 commas in a field that is a list", columns);
    Abuses.note("JSON", "500,000 digits in a field that is a number", number);
  }

  @Test
  void queries() {
    Answer many = api.get("/api/jobs?" + "status=queued&".repeat(200));
    String long_ =
        RawHttp.answer(
            List.of("GET /api/jobs?q=" + "x".repeat(2 * MIB) + " HTTP/1.1", "Host: localhost"), "");
    String thousands =
        RawHttp.answer(
            List.of("GET /api/jobs?" + "a=1&".repeat(5_000) + " HTTP/1.1", "Host: localhost"), "");

    assertProblem(many, 400, "bad-request");
    assertThat(RawHttp.status(thousands)).isIn(0, 400, 414, 431);
    assertThat(RawHttp.status(long_)).isIn(0, 400, 414, 431);
    Abuses.note("query", "200 parameters", many);
    Abuses.note("query", "5,000 parameters", RawHttp.status(thousands));
    Abuses.note("query", "2 MiB", closed(RawHttp.status(long_)));
  }

  /** Payara's Grizzly answers them by itself, with nothing, before any application is asked. */
  @ParameterizedTest
  @CsvSource({"GET /api/%zz, /api/%zz", "GET /api/% and a byte that is not ASCII, /api/%\u00aa"})
  void targetsThatAreNone(String attempt, String target) {
    String answer = RawHttp.answer(List.of("GET " + target + " HTTP/1.1", "Host: localhost"), "");
    boolean nothing = answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n");

    assertThat(nothing || RawHttp.status(answer) == 400).as(answer).isTrue();
    Abuses.note("query", attempt, nothing ? "200 with nothing" : "400");
  }

  @Test
  void headers() {
    List<String> many = new ArrayList<>(List.of("GET /api HTTP/1.1", "Host: localhost"));
    IntStream.range(0, 5_000).forEach(i -> many.add("X-" + i + ": 1"));
    String counted = RawHttp.answer(many, "");
    String long_ =
        RawHttp.answer(
            List.of("GET /api HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(2 * MIB)), "");
    String folded =
        RawHttp.answer(
            List.of("GET /api HTTP/1.1", "Host: localhost", "X-Folded: a", " X-Evil: b"), "");

    assertThat(RawHttp.status(counted)).isIn(0, 400, 431);
    assertThat(RawHttp.status(long_)).isIn(0, 400, 431);
    assertThat(RawHttp.status(folded)).isLessThan(500);
    Abuses.note("headers", "5,000 of them", closed(RawHttp.status(counted)));
    Abuses.note("headers", "one of 2 MiB", closed(RawHttp.status(long_)));
    Abuses.note("headers", "one folded over two lines", closed(RawHttp.status(folded)));
  }

  @Test
  void forms() {
    String[] many =
        IntStream.range(0, 300).mapToObj(i -> FormText.part("p" + i, "x")).toArray(String[]::new);
    Answer parts = FormText.send(api, "/api/simulations", many);
    Answer header =
        FormText.send(
            api, "/api/simulations", FormText.part("a\"; x=\"" + "y".repeat(20_000), "x"));
    Answer boundary =
        FormText.post(
            api, "/api/simulations", FormText.TYPE + "b".repeat(10_000), "--" + "b".repeat(10_000));
    Answer without = FormText.post(api, "/api/simulations", "multipart/form-data", "--x");
    Answer cut =
        FormText.post(
            api,
            "/api/simulations",
            FormText.TYPE + "x",
            "--x\r\nContent-Disposition: form-data; na");
    Answer nested =
        FormText.post(
            api,
            "/api/simulations",
            FormText.TYPE + "x",
            "--x\r\nContent-Disposition: form-data; name=f\r\nContent-Type: multipart/mixed; boundary=y"
                + "\r\n\r\n--y\r\nContent-Disposition: file; filename=a\r\n\r\nx\r\n--y--\r\n--x--\r\n");
    Answer fields =
        FormText.send(api, "/api/simulations", FormText.part("message", "x".repeat(2 * MIB)));

    assertProblem(parts, 400, "malformed-form");
    assertProblem(header, 400, "malformed-form");
    assertProblem(boundary, 400, "malformed-form");
    assertProblem(without, 400, "malformed-form");
    assertProblem(cut, 400, "malformed-form");
    assertThat(nested.status()).isIn(400, 422);
    assertProblem(fields, 413, "content-too-large");
    Abuses.note("forms", "300 parts", parts);
    Abuses.note("forms", "a part's header of 20,000 characters", header);
    Abuses.note("forms", "a boundary of 10,000 characters", boundary);
    Abuses.note("forms", "no boundary", without);
    Abuses.note("forms", "cut off in a part's header", cut);
    Abuses.note("forms", "a form within a form", nested);
    Abuses.note("forms", "fields of 2 MiB", fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prefer | wait=1; x=\"y, respond-async=\"a",
        "traceparent | 00-<script>-x-01",
        "tracestate | a=b\tX-Evil: 1",
        "If-None-Match | \"\"\"\"\"\"\"",
        "Range | bytes=0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0",
        "Accept | ;;;;q=q",
        "X-Forwarded-Host | evil.example",
        "Forwarded | host=evil.example",
      })
  void headersThatAreNotWhatTheySeem(String name, String value) {
    Answer submitted = api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", name, value);
    Answer read = api.get("/api/jobs", name, value);

    assertThat(submitted.status()).isIn(202, 303, 400, 406);
    assertThat(read.status()).isIn(200, 400, 406);
    assertThat(submitted.headers().map().toString()).doesNotContain("evil.example", "X-Evil");
    Abuses.note("headers", name + ": " + value, submitted.status());
  }

  @Test
  void aLongIdempotencyKey() {
    Answer answer =
        api.postJson(
            "/api/simulations", "{\"duration\":\"PT0S\"}", "Idempotency-Key", "k".repeat(5_000));

    assertProblem(answer, 400, "invalid-header");
    Abuses.note("headers", "an Idempotency-Key of 5,000 characters", answer);
  }

  @Test
  void whatIsSentIsUnpackedNowhere() {
    Answer zip =
        api.send(
            "POST",
            "/api/imports?dataset=bomb",
            BodyPublishers.ofString("PK\3\4" + "\0".repeat(100)),
            "Content-Type",
            "application/zip");
    Answer xml =
        api.send(
            "POST",
            "/api/imports?dataset=bomb",
            BodyPublishers.ofString(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
            "Content-Type",
            "application/xml");
    Answer gzip =
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", "Content-Encoding", "gzip");

    assertProblem(zip, 415, "unsupported-media-type");
    assertProblem(xml, 415, "unsupported-media-type");
    assertProblem(gzip, 415, "unsupported-media-type");
    Abuses.note("archives", "a ZIP archive to import", zip);
    Abuses.note("archives", "XML with an external entity", xml);
    Abuses.note("archives", "a compressed body", gzip);
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  private static String closed(int status) {
    return status == 0 ? "the connection ends" : Integer.toString(status);
  }
}

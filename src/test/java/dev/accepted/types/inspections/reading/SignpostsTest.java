package dev.accepted.types.inspections.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The styles that are in use. */
class SignpostsTest {

  private static Exchange answer(int status, Headers headers, String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Call call = new Call("GET", URI.create("https://a.example/api/jobs"), Headers.NONE, null);
    Body read = new Body(bytes, bytes.length, Body.End.COMPLETE);
    return new Exchange(
        1,
        Purpose.POLL,
        call,
        Instant.parse("2026-11-21T20:41:07Z"),
        Duration.ZERO,
        new Answer(status, headers, read),
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "Location, /s/1, https://a.example/s/1",
    "Operation-Location, https://b.example/op, https://b.example/op",
    "Azure-AsyncOperation, op/1, https://a.example/api/op/1",
    "Link, '<../m/1>; rel=\"monitor\", </x>; rel=next', https://a.example/m/1"
  })
  void findsTheMonitorInHeaders(String name, String value, String url) {
    assertThat(Signposts.monitorInHeaders(answer(202, Headers.of(name, value), "")))
        .map(Signposts.Found::url)
        .contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'statusUrl':'/s/1'} | https://a.example/s/1",
        "{'status':'queued','status_url':'https://a.example/s/1'} | https://a.example/s/1",
        "{'id':'x','statusQueryGetUri':'https://a.example/i/x?code=1'} | https://a.example/i/x?code=1",
        "{'links':{'status':'/s/1'}} | https://a.example/s/1",
        "{'_links':{'self':{'href':'/s/1'}}} | https://a.example/s/1",
        "{'links':[{'rel':'self','href':'/s/1'}]} | https://a.example/s/1",
        "{'urls':{'get':'https://a.example/p/1'}} | https://a.example/p/1",
        "{'jobId':'7'} | https://a.example/api/jobs/7",
        "{'task_id':'a-b'} | https://a.example/api/jobs/a-b",
        "{'id':12} | https://a.example/api/jobs/12"
      })
  void findsTheMonitorInTheBody(String body, String url) {
    assertThat(Signposts.monitorInBody(answer(202, Headers.NONE, body)))
        .map(Signposts.Found::url)
        .contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({"'{\"id\":\"../../admin\"}'", "'{\"url\":\"ftp://a.example/\"}'", "'{}'", "'[1]'"})
  void takesNothingElseForAMonitor(String body) {
    assertThat(Signposts.monitorInBody(answer(202, Headers.NONE, body))).isEmpty();
  }

  @Test
  void findsTheResultAndTheWayToCancel() {
    Exchange durable =
        answer(
            200,
            Headers.NONE,
            "{'runtimeStatus':'Completed','resultUrl':'/r/1','terminatePostUri':'/t/1?reason={text}'}");
    assertThat(Signposts.result(durable)).contains(URI.create("https://a.example/r/1"));
    assertThat(Signposts.cancel(durable))
        .contains(URI.create("https://a.example/t/1?reason=inspection"));
    assertThat(Signposts.result(answer(303, Headers.of("Location", "/r/2"), "")))
        .contains(URI.create("https://a.example/r/2"));
    assertThat(Signposts.result(answer(200, Headers.NONE, "{'status':'done'}"))).isEmpty();
    assertThat(Signposts.hasResultInside(answer(200, Headers.NONE, "{'status':'done'}"))).isFalse();
    assertThat(Signposts.hasResultInside(answer(200, Headers.NONE, "{'done':true,'response':{}}")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "202 | | RUNNING",
        "200 | {'status':'In Progress'} | RUNNING",
        "200 | {'state':'SUCCESS','status':'All done!'} | SUCCEEDED",
        "200 | {'runtimeStatus':'ContinuedAsNew'} | RUNNING",
        "200 | {'properties':{'provisioningState':'Failed'}} | FAILED",
        "200 | {'status':'cancelled'} | CANCELED",
        "200 | {'status':{'state':'running'}} | RUNNING",
        "200 | {'done':false} | RUNNING",
        "200 | {'done':true,'error':{'code':5}} | FAILED",
        "200 | {'done':true,'response':{}} | SUCCEEDED",
        "200 | {'status':'not_found'} | MISSING",
        "200 | {'status':'brewing'} | UNCLEAR",
        "200 | id,name | SUCCEEDED",
        "303 | | SUCCEEDED",
        "304 | | UNCLEAR",
        "404 | | MISSING",
        "410 | | MISSING",
        "429 | | THROTTLED",
        "500 | | UNCLEAR"
      })
  void readsHowTheJobStands(int status, String body, State state) {
    Exchange poll = answer(status, Headers.NONE, body == null ? "" : body);

    assertThat(MonitorReading.state(poll)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "5, PT5S",
    "0, PT0S",
    "'Sat, 21 Nov 2026 20:42:07 GMT', PT1M",
    "'Sat, 21 Nov 2026 20:00:00 GMT', PT0S",
    "2.5,",
    "2s,",
    "soon,",
    "-1,"
  })
  void readsHowLongToWait(String header, Duration wait) {
    assertThat(Waits.asked(answer(200, Headers.of("Retry-After", header), "")).orElse(null))
        .isEqualTo(wait);
  }
}

package dev.accepted.http.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.OwnServer;
import dev.accepted.server.RawConnection;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pushy clients of a server with small limits, each at an address of its own. */
class ThrottleIT {

  private static final String LIMITS = "\"polls\";q=3;w=60";
  private static final String OFFENCES = "\"offences\";q=5;w=60";

  @RegisterExtension
  static final OwnServer SERVER =
      new OwnServer(
          Map.of(
              "accepted.throttle.polls",
              "3",
              "accepted.throttle.requests",
              "120",
              "accepted.throttle.offences",
              "5",
              "accepted.throttle.block",
              "PT10S",
              "accepted.throttle.block.max",
              "PT1M",
              "accepted.proxies",
              "127.0.0.1"));

  private final Api api = SERVER.api();
  private final Crowded honest = at("203.0.113.1");

  private Crowded at(String address) {
    return new Crowded(api, address);
  }

  /** Its monitor says to come back in an hour. */
  private String scheduled() {
    return api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
  }

  @Test
  void whoPollsTooSoonIsToldWhenItIsTime() {
    String job = scheduled();
    Crowded pushy = at("203.0.113.10");
    double before = honest.metric("accepted_throttled_total{policy=\"polls\"}");

    Answer refused = pushy.pushUntil("polled-too-soon", job);

    assertThat(refused.status()).isEqualTo(429);
    String seconds = refused.header("Retry-After");
    assertThat(Integer.parseInt(seconds)).isBetween(1, 60);
    assertThat(refused.header("RateLimit")).isEqualTo("\"polls\";r=0;t=" + seconds);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo(LIMITS);
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.json().getJsonArray("violated-policies").getString(0)).isEqualTo("polls");
    assertThat(refused.json().containsKey("status")).isFalse();
    assertThat(pushy.send("HEAD", job + "/status").status()).isEqualTo(429);
    assertThat(honest.metric("accepted_throttled_total{policy=\"polls\"}"))
        .isGreaterThanOrEqualTo(before + 2);
    // Polls that are too soon are all that is refused, and only of this job and this client.
    assertThat(pushy.get(job + "/log").status()).isEqualTo(200);
    assertThat(pushy.get("/api/jobs?limit=1").status()).isEqualTo(200);
    assertThat(pushy.get(scheduled()).status()).isEqualTo(200);
    assertThat(honest.get(job).status()).isEqualTo(200);
  }

  @Test
  void unchangedIsAPollToo() {
    String job = scheduled();
    Crowded pushy = at("203.0.113.11");
    String tag = pushy.get(job).header("ETag");
    for (int early = 0; early < 3; early++) {
      assertThat(pushy.get(job, "If-None-Match", tag).status()).isEqualTo(304);
    }

    assertThat(pushy.get(job, "If-None-Match", tag).status()).isEqualTo(429);
  }

  @Test
  void aLongPollIsNeverTooSoonAndWhatFollowsItIsFree() throws Exception {
    String job = scheduled();
    Crowded pushy = at("203.0.113.12");
    pushy.pushUntil("polled-too-soon", job);

    for (int wait = 0; wait < 2; wait++) {
      assertThat(pushy.get(job, "Prefer", "wait=1").status()).isEqualTo(200);
    }

    assertThat(pushy.get(job).status()).isEqualTo(200);
    assertThat(pushy.get(job + "/status").status()).isEqualTo(200);
    assertThat(pushy.get(job).status()).isEqualTo(429);
    CompletableFuture<Answer> waits =
        api.getLater(job, "Prefer", "wait=25", "X-Forwarded-For", pushy.address());
    assertThat(pushy.send("POST", job + "/cancel").status()).isEqualTo(200);
    assertThat(pushy.get(job).text("status")).isEqualTo("canceled");
    assertThat(waits.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void aFinishedJobMayBeAskedAtAnyTime() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    for (int poll = 0; poll < 50; poll++) {
      assertThat(honest.get(job + "/status").status()).isEqualTo(200);
    }
  }

  @Test
  void whoGoesOnIsNotHeardForAWhileAndThenIs() {
    String job = scheduled();
    Crowded pushy = at("203.0.113.13");

    Answer unheard = pushy.pushUntil("not-listening", job);

    assertUnheard(unheard, 429);
    assertThat(unheard.headers().firstValue("Connection")).isNotEqualTo(Optional.of("close"));
    // Nothing is looked at: not what there is, nor what may be done with it, nor who else is asked.
    assertUnheard(pushy.get("/"), 429);
    assertUnheard(pushy.get("/no/such/page"), 429);
    assertUnheard(pushy.send("DELETE", "/metrics"), 429);
    assertUnheard(pushy.send("PATCH", "/index.html"), 429);
    assertUnheard(pushy.get("/api/jobs", "Accept", "no media type"), 429);
    Answer head = pushy.send("HEAD", job);
    assertThat(head.status()).isEqualTo(429);
    assertThat(head.body()).isEmpty();
    assertThat(honest.get("/api/jobs?limit=1").status()).isEqualTo(200);
    assertThat(honest.metric("accepted_offenders_blocked")).isPositive();
    assertThat(honest.metric("accepted_offender_requests_total")).isGreaterThanOrEqualTo(7);

    assertThat(pushy.askUntilHeard("/api/jobs?limit=1").status()).isEqualTo(200);
  }

  @Test
  void anAdministratorLetsInAgain() {
    String job = scheduled();
    Crowded pushy = at("2001:db8:7:7::13");
    for (int block = 0; block < 2; block++) {
      pushy.askUntilHeard("/api/jobs?limit=1");
      pushy.pushUntil("not-listening", job); // the second lasts twice as long
    }

    JsonObject offender =
        honest.get("/api/admin/offenders").json().getJsonArray("offenders").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("name").equals("2001:db8:7:7:0:0:0:0/64"))
            .findFirst()
            .orElseThrow();

    assertThat(offender.getString("kind")).isEqualTo("address");
    assertThat(offender.getInt("blocks")).isEqualTo(2);
    assertThat(offender.getInt("requests")).isPositive();
    // Of IPv6, a site's addresses are one.
    assertThat(at("2001:db8:7:7:ffff::1").get("/api").status()).isEqualTo(429);
    String forgiven = "/api/admin/offenders/" + offender.getString("id");
    assertThat(honest.send("DELETE", forgiven).status()).isEqualTo(204);
    assertThat(honest.send("DELETE", forgiven).status()).isEqualTo(404);
    assertThat(pushy.get("/api").status()).isEqualTo(200);
    assertReleaseIsTold(offender.getString("id"));
  }

  /** Once, with the address that the proxy tells of whoever did it. */
  private void assertReleaseIsTold(String offender) {
    List<JsonObject> told =
        honest
            .get("/api/admin/audit?act=offender.released&subject=" + offender)
            .json()
            .getJsonArray("entries")
            .getValuesAs(JsonObject.class);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getString("actor")).isEqualTo("anonymous");
    assertThat(told.get(0).getString("address")).isEqualTo(honest.address());
    assertThat(told.get(0).getJsonObject("detail").getString("name"))
        .isEqualTo("2001:db8:7:7:0:0:0:0/64");
  }

  @Test
  void whoSendsTooMuchOfAnythingIsRefusedAndThenUnheard() {
    Crowded busy = at("203.0.113.14");

    Answer refused = busy.crowdUntil("too-many-requests", "/api/types");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit")).isEqualTo("\"requests\";r=0;t=1");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"requests\";q=120;w=60");
  }

  @Test
  void whatAStrangerSaysOfItselfDoesNotCount() {
    String job = scheduled();
    Crowded pushy = at("198.51.100.1, 203.0.113.15");
    pushy.pushUntil("not-listening", job);

    assertThat(at("198.51.100.2, 203.0.113.15").get("/api").status()).isEqualTo(429);
    assertThat(at("198.51.100.1").get("/api").status()).isEqualTo(200);
    Answer other =
        api.get("/api", "Forwarded", "for=203.0.113.99", "X-Forwarded-For", "203.0.113.15");
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void anUnreadBodyIsNeverTakenForARequest() throws Exception {
    String job = scheduled();
    Crowded pushy = at("203.0.113.16");
    pushy.pushUntil("not-listening", job);

    String from = "X-Forwarded-For: " + pushy.address();
    try (RawConnection raw = RawConnection.to(SERVER.setup().port())) {
      raw.send("GET /api", "", from);
      raw.send("GET /api", "", from);
      assertThat(raw.status()).isEqualTo(429);
      assertThat(raw.status()).as("a connection without bodies goes on").isEqualTo(429);
    }
    String smuggled = "GET /api HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.1\r\n\r\n";
    for (String framing :
        new String[] {"Content-Length: " + smuggled.length(), "Transfer-Encoding: chunked"}) {
      try (RawConnection raw = RawConnection.to(SERVER.setup().port())) {
        raw.send("POST /api/jobs", "", from, framing);
        if (framing.endsWith("chunked")) {
          // Grizzly asks no application before the first chunk is there.
          raw.write("1\r\nx\r\n");
        }
        assertThat(raw.status()).as(framing).isEqualTo(429);
        raw.write(smuggled);
        assertThat(raw.rest()).as(framing).doesNotContain("HTTP/1.1 200");
      }
    }
  }

  private static void assertUnheard(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo("not-listening");
    String seconds = answer.header("Retry-After");
    assertThat(Integer.parseInt(seconds)).isBetween(1, 60);
    assertThat(answer.header("RateLimit")).isEqualTo("\"offences\";r=0;t=" + seconds);
    assertThat(answer.header("RateLimit-Policy")).isEqualTo(OFFENCES);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}

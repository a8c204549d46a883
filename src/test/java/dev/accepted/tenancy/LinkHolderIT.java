package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.client.JobClient;
import dev.accepted.client.Outcome;
import dev.accepted.http.Answer;
import dev.accepted.http.stream.SseClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where callers have keys: who makes links, and what somebody has who has nothing else. */
@Timeout(240)
class LinkHolderIT extends BelongingsFixture {

  private static final String MONITOR = "{\"to\":\"monitor\"}";

  private static String link(String which, String json) {
    Answer made = tenants.ann.postJson(belongings.job(which) + "/links", json);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.text("url");
  }

  private static String query(String url) {
    return url.replaceAll(".*\\?", "?");
  }

  @Test
  void whoMayChangeAJobMakesLinksToIt() {
    String links = belongings.job("imported") + "/links";

    assertThat(tenants.ann.post(links).status()).isEqualTo(201);
    assertThat(tenants.admin.post(links).status()).isEqualTo(201);
    assertThat(tenants.operator.post(links).status()).isEqualTo(201);
    assertThat(tenants.observer.post(links).problem()).isEqualTo("not-allowed");
    assertThat(tenants.colleague.post(links).problem()).isEqualTo("job-not-found");
    tenants
        .strangers()
        .forEach(one -> assertThat(one.post(links).problem()).isEqualTo("job-not-found"));
    assertThat(tenants.nobody.post(links).problem()).isEqualTo("not-signed-in");
    assertThat(tenants.ann.post(belongings.job("expired") + "/links").problem())
        .isEqualTo("job-expired");
    assertThat(tenants.ann.post(belongings.job("removed") + "/links").problem())
        .isEqualTo("job-not-found");
  }

  @Test
  void whoHasNoKeyReadsTheResultAndWhatLiesBesideIt() {
    String url = link("imported", "{}");
    Answer result = tenants.nobody.get(url);
    Answer files = tenants.nobody.get(belongings.job("imported") + "/files" + query(url));

    assertThat(result.status()).as(result.text()).isEqualTo(200);
    assertThat(result.text())
        .isEqualTo(tenants.ann.get(belongings.job("imported") + "/result").text());
    JsonObject file = files.json().getJsonArray("files").getJsonObject(0);
    assertThat(tenants.nobody.get(file.getString("url")).status()).isEqualTo(200);
  }

  @Test
  void whoHasNoKeyFollowsTheJob() throws Exception {
    String url = link("running", MONITOR);
    Answer running = tenants.nobody.get(url, "Prefer", "wait=0");

    assertThat(running.text("status")).isEqualTo("running");
    JsonObject links = running.json().getJsonObject("links");
    assertThat(links.keySet()).containsExactlyInAnyOrder("self", "status", "events");
    try (SseClient events = SseClient.open(links.getString("events"))) {
      SseClient.Received first = events.next();
      assertThat(first).isNotNull();
      assertThat(first.json().getString("id")).isEqualTo(belongings.id("running"));
    }
    assertThat(tenants.nobody.get(link("failed", MONITOR)).text("status")).isEqualTo("failed");
    assertThat(tenants.nobody.get(link("failed", MONITOR)).json().getJsonObject("links").keySet())
        .containsExactlyInAnyOrder("self", "status", "files");
  }

  /** Such as the client that comes with the server; it has no key. */
  @Test
  void aProgramFollowsALinkLikeAnyMonitor() throws Exception {
    String job = tenants.ann.simulate("{\"duration\":\"PT1S\",\"steps\":4}", "");
    URI link = URI.create(tenants.ann.postJson(job + "/links", MONITOR).text("url"));
    try (JobClient client = JobClient.of(link.resolve("/api"))) {
      Outcome outcome = client.follow(link, report -> {}).get(60, TimeUnit.SECONDS);

      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      URI result = ((Outcome.Succeeded) outcome).result();
      assertThat(tenants.nobody.get(result.toString()).status()).isEqualTo(200);
    }
  }

  @Test
  void nothingElseIsOpenedAndNothingChanged() {
    String before = belongings.standing();
    String query = query(link("running", MONITOR));
    String job = belongings.job("running");
    for (String rest : List.of("/log", "/deliveries", "/exchange", "/input", "/nonsense")) {
      Answer answer = tenants.nobody.get(job + rest + query);
      assertThat(answer.status()).as(rest).isIn(400, 401, 403, 404);
      assertThat(answer.text()).doesNotContain(TwoTenants.MARK);
    }
    for (String rest : List.of("/cancel", "/retry", "/links", "/result")) {
      assertThat(tenants.nobody.post(job + rest + query).problem()).isEqualTo("link-too-narrow");
    }
    assertThat(tenants.nobody.delete(job + query).problem()).isEqualTo("link-too-narrow");
    for (String path :
        List.of(
            "/api/jobs",
            "/api/events",
            "/api",
            "/api/types",
            "/api/datasets",
            "/metrics",
            "/api/admin/keys",
            "/api/quota",
            "/api/subscriptions",
            "/api/schedules",
            "/ws/jobs",
            "/ws/jobs/" + belongings.id("running"),
            "/api/jobs/../jobs",
            job.replace("/api/", "/%61pi/"),
            '/' + job,
            job.toUpperCase(Locale.ROOT))) {
      Answer answer = tenants.nobody.get(path + query);
      assertThat(answer.status()).as(path).isIn(400, 401, 404);
      assertThat(answer.text()).doesNotContain(TwoTenants.MARK);
    }
    assertThat(
            tenants
                .nobody
                .send("POST", "/api/simulations" + query, BodyPublishers.ofString("{}"))
                .status())
        .isEqualTo(401);
    assertThat(belongings.standing()).isEqualTo(before);
  }

  /**
   * Payara answers some of these by itself, with 200 and nothing, before the application is asked:
   * with a link as without one.
   */
  @Test
  void aStepUpLeadsOutOfNoLink() {
    String query = query(link("imported", "{}"));
    for (String rest : List.of("/files/..", "/files/../log", "/result/..", "/result/../log")) {
      Answer answer = tenants.nobody.get(belongings.job("imported") + rest + query);
      if (answer.status() == 200) {
        assertThat(answer.body()).as(rest).isEmpty();
      } else {
        assertThat(answer.status()).as(rest).isIn(400, 401, 403, 404);
        assertThat(answer.text()).doesNotContain(TwoTenants.MARK);
      }
    }
  }

  @Test
  void noSocketOpensByIt() {
    String query = query(link("running", MONITOR));
    String socket =
        tenants.ann.api().server().replaceFirst("http", "ws")
            + "/ws/jobs/"
            + belongings.id("running")
            + query;

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(socket), new WebSocket.Listener() {})
                    .join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void ofALinkAndAKeyTheKeyCounts() {
    String url = link("imported", "{}");
    String wrong = belongings.job("imported") + "/result?access=wrong";

    assertThat(tenants.bob.get(url).problem()).isEqualTo("job-not-found");
    assertThat(tenants.liar.get(url).problem()).isEqualTo("not-signed-in");
    assertThat(tenants.ann.get(wrong).status()).isEqualTo(200);
    assertThat(tenants.ann.get(belongings.job("imported") + "/log" + query(url)).status())
        .isEqualTo(200);
    Answer own = tenants.ann.get(belongings.job("imported") + "/status" + query(url));
    assertThat(own.text()).doesNotContain("access=");
    assertThat(tenants.nobody.get(url, "Authorization", "Basic eDp5").status())
        .as("a scheme that is somebody else's")
        .isEqualTo(200);
  }

  @Test
  void whatHasEndedIsAnsweredAsToItsOwner() {
    Person bob = tenants.bob;
    String job = bob.simulate("{\"duration\":\"PT0S\"}", "?retain=PT2S");
    Answer made = bob.postJson(job + "/links", MONITOR);
    String url = made.text("url");
    long end = System.nanoTime() + 60_000_000_000L;
    Answer answer = tenants.nobody.get(url);
    while (answer.status() != 410 && System.nanoTime() < end) {
      answer = tenants.nobody.get(url, "Prefer", "wait=1");
    }

    assertThat(answer.problem()).isEqualTo("job-expired");
    String removed = bob.simulate("{\"duration\":\"PT0S\"}", "");
    String gone = bob.postJson(removed + "/links", "{}").text("url");
    bob.delete(removed);
    assertThat(tenants.nobody.get(gone).problem()).isEqualTo("job-not-found");
  }
}

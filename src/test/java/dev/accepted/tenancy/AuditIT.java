package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.webhooks.Receiver;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit log: what each act leaves there, and who is told of it. */
@Timeout(240)
class AuditIT {

  private static final String AUDIT = "/api/admin/audit";
  private static final String TENANT = TwoTenants.MARK;
  private static final String ANN = TENANT + "/key:ann";
  private static final String ABE = TENANT + "/key:abe";

  private static TwoTenants tenants;
  private static Receiver receiver;
  private static Belongings belongings;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
    receiver = new Receiver();
    belongings = new Belongings(tenants.ann, receiver);
  }

  @AfterAll
  static void stop() {
    belongings.close();
    receiver.close();
  }

  private static List<JsonObject> entries(Person who, String query) {
    Answer answer = who.get(AUDIT + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  /** What was done to one thing, oldest first. */
  private static List<String> told(Person who, String subject) {
    List<String> told = new ArrayList<>();
    for (JsonObject entry : entries(who, "?subject=" + subject)) {
      told.add(0, entry.getString("act") + " by " + entry.getString("actor"));
    }
    return told;
  }

  private static void assertDone(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  private static String waiting(Person who) {
    return who.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
  }

  private static String id(String path) {
    return path.replaceAll(".*/", "");
  }

  @Test
  void jobs() {
    String job = waiting(tenants.ann);
    assertDone(403, tenants.observer.post(job + "/cancel"));
    assertDone(404, tenants.boss.post(job + "/cancel"));
    assertDone(401, tenants.nobody.delete(job));
    assertDone(409, tenants.ann.post(job + "/retry"));
    assertThat(told(tenants.admin, id(job))).as("submitted, and no more").isEmpty();

    assertDone(200, tenants.ann.post(job + "/cancel"));
    assertDone(200, tenants.ann.post(job + "/cancel"));
    assertDone(202, tenants.admin.post(job + "/retry"));
    assertDone(204, tenants.ann.delete(job));
    assertDone(404, tenants.ann.delete(job));

    assertThat(told(tenants.admin, id(job)))
        .containsExactly(
            "job.canceled by " + ANN, "job.retried by " + ABE, "job.removed by " + ANN);
    JsonObject canceled =
        entries(tenants.admin, "?subject=" + id(job) + "&act=job.canceled").get(0);
    assertThat(canceled.getString("address")).isEqualTo("127.0.0.1");
    assertThat(canceled.getString("tenant")).isEqualTo(TENANT);
    assertThat(Instant.parse(canceled.getString("at"))).isBefore(Instant.now().plusSeconds(60));
    assertThat(canceled.getJsonObject("detail").toString())
        .contains("\"owner\":\"" + ANN, "\"type\":\"simulation\"", "\"status\":\"scheduled\"");
  }

  @Test
  void subscriptionsAndDeliveries() {
    String hook = "http://localhost:%d/%s".formatted(receiver.port(), "a-secret-path?token=t");
    String json = "{\"url\":\"%s\"}".formatted(hook);
    Answer made = tenants.ann.postJson("/api/subscriptions", json);
    String one = "/api/subscriptions/" + made.text("id");
    assertDone(200, put(one, json));
    assertDone(200, tenants.admin.post(one + "/pause"));
    assertDone(200, tenants.admin.post(one + "/pause"));
    assertDone(200, tenants.ann.post(one + "/resume"));
    Answer rotated = tenants.ann.post(one + "/secret");
    assertDone(200, rotated);
    assertDone(204, tenants.ann.delete(one));
    assertDone(404, tenants.ann.delete(one));

    assertThat(told(tenants.admin, id(one)))
        .containsExactly(
            "subscription.created by " + ANN,
            "subscription.changed by " + ANN,
            "subscription.paused by " + ABE,
            "subscription.resumed by " + ANN,
            "secret.rotated by " + ANN,
            "subscription.removed by " + ANN);
    assertThat(tenants.operator.get(AUDIT + "?limit=500&subject=" + id(one)).text())
        .contains("\"host\":\"localhost\"")
        .doesNotContain("a-secret-path", "token", rotated.text("secret"), made.text("secret"));

    String send = belongings.send("imported");
    String number = send.replaceAll(".*/([0-9]+)/send", "$1");
    assertDone(202, tenants.ann.post(send));
    assertThat(told(tenants.admin, number)).containsExactly("delivery.sent-again by " + ANN);
    String again = belongings.paths("/api/subscriptions/{id}/deliveries/{number}/send").get(0);
    assertDone(202, tenants.admin.post(again));
    assertThat(told(tenants.admin, again.replaceAll(".*/([0-9]+)/send", "$1")))
        .contains("delivery.sent-again by " + ABE);
  }

  private static Answer put(String path, String json) {
    return tenants.ann.send(
        "PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  @Test
  void tables() {
    String path = "/api/datasets/owls";
    String job =
        Person.accepted(
            tenants.ann.send(
                "POST",
                "/api/imports?dataset=owls",
                BodyPublishers.ofString("n\n1\n2\n"),
                "Content-Type",
                "text/csv"));
    assertDone(303, tenants.ann.get(job, "Prefer", "wait=30"));
    assertDone(403, tenants.colleague.delete(path));
    assertDone(404, tenants.boss.delete(path));

    assertDone(204, tenants.admin.delete(path));
    assertDone(404, tenants.admin.delete(path));

    assertThat(told(tenants.admin, "owls")).containsExactly("dataset.removed by " + ABE);
    assertThat(entries(tenants.admin, "?subject=owls").get(0).getJsonObject("detail").toString())
        .contains("\"rows\":\"2\"", "\"owner\":\"" + ANN);
  }

  @Test
  void keys() {
    Answer made =
        tenants.admin.postJson(
            "/api/admin/keys",
            "{\"name\":\"CI\",\"tenant\":\"%s\",\"roles\":[\"submit\"]}".formatted(TENANT));
    assertDone(201, made);
    String key = "/api/admin/keys/" + made.text("id");
    assertDone(404, tenants.boss.delete(key));
    assertDone(204, tenants.operator.delete(key));
    assertDone(204, tenants.admin.delete(key));

    assertThat(told(tenants.admin, made.text("id")))
        .containsExactly("key.created by " + ABE, "key.revoked by key:root");
    assertThat(tenants.admin.get(AUDIT + "?subject=" + made.text("id")).text())
        .contains("\"roles\":\"submit\"")
        .doesNotContain(made.text("key"));
  }

  @Test
  void whatBelongsToTheServerIsForItsOwnAdminsOnly() {
    assertDone(403, tenants.admin.post("/api/types/video/pause"));
    assertDone(200, tenants.operator.post("/api/types/video/pause"));
    assertDone(200, tenants.operator.post("/api/types/video/pause"));
    assertDone(200, tenants.operator.post("/api/types/video/resume"));

    assertThat(told(tenants.operator, "video"))
        .containsExactly("type.paused by key:root", "type.resumed by key:root");
    assertThat(told(tenants.admin, "video")).isEmpty();
  }

  @Test
  void aTenantIsToldWhatIsDoneToItsOwnAndNobodyElseIs() {
    String ours = waiting(tenants.ann);
    String theirs = waiting(tenants.bob);
    assertDone(204, tenants.operator.delete(ours));
    assertDone(204, tenants.boss.delete(theirs));

    assertThat(told(tenants.admin, id(ours))).containsExactly("job.removed by key:root");
    assertThat(entries(tenants.admin, "?subject=" + id(ours)).get(0))
        .as("where the server's own admins call from is not a tenant's business")
        .doesNotContainKey("address");
    assertThat(entries(tenants.operator, "?subject=" + id(ours)).get(0)).containsKey("address");
    assertThat(told(tenants.admin, id(theirs))).isEmpty();
    assertThat(told(tenants.boss, id(ours))).isEmpty();
    assertThat(told(tenants.boss, id(theirs))).hasSize(1);
    assertThat(told(tenants.operator, id(theirs))).hasSize(1);
    assertThat(entries(tenants.boss, "?limit=500"))
        .allSatisfy(entry -> assertThat(entry.getString("tenant")).isEqualTo("osprey"));
    for (Person one : List.of(tenants.ann, tenants.observer, tenants.loner, tenants.namesake)) {
      assertDone(403, one.get(AUDIT));
    }
    assertDone(401, tenants.nobody.get(AUDIT));
  }

  @Test
  void pagesFollowEachOtherAndKeepTheFilter() {
    for (int i = 0; i < 5; i++) {
      assertDone(204, tenants.admin.delete(waiting(tenants.ann)));
    }
    String filter = "?act=job.removed&actor=" + ABE.replace("/", "%2F");
    List<Long> numbers = new ArrayList<>();
    String page = AUDIT + filter + "&limit=2";
    while (!page.isEmpty()) {
      Answer answer = tenants.admin.get(page);
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(tenants.admin.get(page).text()).isEqualTo(answer.text());
      assertDone(304, tenants.admin.get(page, "If-None-Match", answer.header("ETag")));
      for (JsonObject entry : answer.json().getJsonArray("entries").getValuesAs(JsonObject.class)) {
        assertThat(entry.getString("act") + entry.getString("actor"))
            .isEqualTo("job.removed" + ABE);
        numbers.add(entry.getJsonNumber("number").longValue());
      }
      String next = answer.text("next");
      assertThat(answer.header("Link"))
          .isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
      page = next.replace(tenants.admin.api().server(), "");
    }
    assertThat(numbers)
        .hasSizeGreaterThanOrEqualTo(5)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(numbers).doesNotHaveDuplicates();
    String newest = entries(tenants.admin, filter + "&limit=1").get(0).getString("at");
    assertThat(entries(tenants.admin, filter + "&from=" + newest)).isNotEmpty();
    assertThat(entries(tenants.admin, filter + "&limit=500&to=" + newest))
        .isNotEmpty()
        .noneMatch(entry -> entry.getString("at").equals(newest));
  }

  @ParameterizedTest
  @CsvSource({
    "act, act=job.sent",
    "act, act=job.removed&act=job.retried",
    "from, from=yesterday",
    "to, to=2026-11-29",
    "limit, limit=501",
    "limit, limit=0",
    "cursor, cursor=AZqoP3wBfVKfCmsfPA0uTw",
    "cursor, cursor=-1",
    "tenant, tenant=osprey"
  })
  void whatCanNotBeUsedIsNamed(String parameter, String query) {
    Answer answer = tenants.admin.get(AUDIT + '?' + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
    assertThat(answer.text("parameter")).isEqualTo(parameter);
  }
}

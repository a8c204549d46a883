package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.webhooks.Receiver;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Within a tenant: who only sees changes nothing, and who has the say changes all of it. */
@Timeout(240)
class RolesIT {

  private static final String IMPORT = "/api/imports?mode=%s&dataset=" + Belongings.DATASET;

  private static final String SCHEDULE =
      "{\"name\":\"a\",\"cron\":\"@yearly\",\"type\":\"simulation\",\"input\":{\"duration\":\"PT0S\"}}";

  private static TwoTenants tenants;
  private Receiver receiver;
  private Belongings belongings;

  @BeforeAll
  static void startServer() throws Exception {
    tenants = TwoTenants.shared();
  }

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
    belongings = new Belongings(tenants.ann, receiver);
  }

  @AfterEach
  void stop() {
    belongings.close();
    receiver.close();
  }

  private void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-allowed");
  }

  private List<String> changes() {
    return List.of(
        belongings.job("scheduled") + "/cancel",
        belongings.job("failed") + "/retry",
        belongings.job("imported") + "/links",
        belongings.send("imported"),
        belongings.subscription() + "/pause",
        belongings.subscription() + "/resume",
        belongings.subscription() + "/secret",
        belongings.schedule() + "/pause",
        belongings.schedule() + "/resume",
        belongings.schedule() + "/run");
  }

  @Test
  void whoObservesReadsAllOfItsTenantAndChangesNothing() {
    Person observer = tenants.observer;
    String before = belongings.standing();
    for (String which : List.of("imported", "failed", "scheduled", "running", "canceled")) {
      String job = belongings.job(which);
      assertThat(observer.get(job + "/status").text())
          .isEqualTo(tenants.ann.get(job + "/status").text());
      assertRefused(observer.delete(job));
    }
    assertThat(observer.get(belongings.job("expired")).status()).isEqualTo(410);
    assertThat(observer.get(belongings.job("removed")).status()).isEqualTo(404);
    assertThat(observer.delete(belongings.job("removed")).status()).isEqualTo(404);
    assertThat(observer.get("/api/jobs?limit=500").text()).contains(belongings.id("running"));
    assertThat(observer.get(belongings.job("imported") + "/result").status()).isEqualTo(200);
    assertThat(observer.get(belongings.job("imported") + "/log").status()).isEqualTo(200);
    assertThat(observer.get(belongings.job("imported") + "/input").status()).isEqualTo(200);
    assertThat(observer.get(belongings.job("imported") + "/input/file").status()).isEqualTo(200);
    assertThat(observer.get(belongings.job("imported") + "/deliveries").status()).isEqualTo(200);
    assertThat(observer.get("/api/subscriptions").text()).contains(belongings.subscription());
    assertThat(observer.get("/api/schedules").text()).contains(belongings.schedule());
    assertThat(scheduleLinks(tenants.ann)).contains("run", "pause");
    assertThat(scheduleLinks(observer)).containsExactlyInAnyOrder("self", "jobs");
    changes().forEach(path -> assertRefused(observer.post(path)));
    assertRefused(observer.delete(belongings.schedule()));
    assertRefused(observer.postJson("/api/schedules", SCHEDULE));
    assertRefused(observer.delete(belongings.subscription()));
    assertRefused(
        observer.send(
            "PUT",
            belongings.subscription(),
            BodyPublishers.ofString("{\"url\":\"http://localhost:1/\"}"),
            "Content-Type",
            "application/json"));
    assertRefused(observer.delete("/api/datasets/" + Belongings.DATASET));
    assertRefused(observer.postJson("/api/simulations", "{\"duration\":\"PT0S\"}"));
    assertRefused(observer.postJson("/api/jobs", "{\"type\":\"simulation\",\"input\":{}}"));
    assertRefused(observer.postJson("/api/subscriptions", "{\"url\":\"http://localhost:1/\"}"));
    assertThat(belongings.standing()).isEqualTo(before);
  }

  private Set<String> scheduleLinks(Person who) {
    return who.get(belongings.schedule()).json().getJsonObject("links").keySet();
  }

  @Test
  void whatIsTheServersIsForItsOwnAdminsOnly() {
    for (Person one : List.of(tenants.ann, tenants.observer, tenants.loner, tenants.boss)) {
      assertRefused(one.post("/api/types/report/pause"));
      assertRefused(one.post("/api/types/report/resume"));
      assertRefused(one.get("/api/admin/offenders"));
      assertRefused(one.get("/api/overview/activity"));
      assertThat(one.get("/api/overview").json()).containsOnlyKeys("jobs");
    }
    assertThat(tenants.operator.get("/api/overview/activity").status()).isEqualTo(200);
    assertThat(tenants.operator.get("/api/overview").json())
        .containsOnlyKeys("troubles", "jobs", "server");
    assertThat(tenants.operator.post("/api/types/report/pause").status()).isEqualTo(200);
    assertThat(tenants.operator.post("/api/types/report/resume").status()).isEqualTo(200);
    assertThat(tenants.operator.get("/api/admin/offenders").status()).isEqualTo(200);
  }

  @Test
  void aColleagueSeesNoJobsButReadsTheTenantsTables() {
    Person colleague = tenants.colleague;
    String table = "/api/datasets/" + Belongings.DATASET;
    for (String path : belongings.paths("/api/jobs/{id}")) {
      assertThat(colleague.get(path).status()).isEqualTo(404);
      assertThat(colleague.delete(path).status()).isEqualTo(404);
    }
    changes().forEach(path -> assertThat(colleague.post(path).status()).as(path).isEqualTo(404));
    assertThat(colleague.get("/api/jobs?limit=500").text()).doesNotContain(belongings.secrets());
    assertThat(colleague.get("/api/datasets").text()).contains(Belongings.DATASET);
    assertThat(colleague.get(table + "/rows").json().getJsonArray("rows")).hasSize(2);
    assertThat(report(colleague).status()).isEqualTo(202);
    assertRefused(colleague.delete(table));
    for (String mode : List.of("replace", "append")) {
      Answer refused = load(colleague, mode);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("/dataset");
    }
    String loading = Person.accepted(load(tenants.ann, "replace"));
    assertThat(tenants.ann.get(loading, "Prefer", "wait=30").status()).isEqualTo(303);
  }

  @Test
  void anotherScopesTableIsNoneToReportsAndItsNameIsFree() {
    for (Person stranger : tenants.strangers()) {
      Answer unknown = report(stranger);
      assertThat(unknown.status()).isEqualTo(422);
      assertThat(unknown.text()).contains("there is no dataset named");
      String loading = Person.accepted(load(stranger, "append"));
      assertThat(stranger.get(loading, "Prefer", "wait=30").status()).isEqualTo(303);
      String rows = "/api/datasets/" + Belongings.DATASET + "/rows";
      assertThat(stranger.get(rows).text()).contains("7").doesNotContain(TwoTenants.MARK);
      assertThat(stranger.get("/api/datasets").json().getJsonArray("datasets")).hasSize(1);
      assertThat(stranger.delete("/api/datasets/" + Belongings.DATASET).status()).isEqualTo(204);
      assertThat(stranger.get(rows).status()).isEqualTo(404);
    }
    assertThat(tenants.ann.get("/api/datasets/" + Belongings.DATASET + "/rows").text())
        .contains(TwoTenants.MARK);
  }

  @Test
  void anAdminChangesAllOfItsTenant() {
    Person admin = tenants.admin;
    assertThat(admin.post(belongings.job("scheduled") + "/cancel").status()).isEqualTo(200);
    assertThat(admin.post(belongings.job("failed") + "/retry").status()).isEqualTo(202);
    assertThat(admin.delete(belongings.job("canceled")).status()).isEqualTo(204);
    assertThat(admin.post(belongings.subscription() + "/pause").status()).isEqualTo(200);
    assertThat(admin.delete(belongings.subscription()).status()).isEqualTo(204);
    assertThat(admin.post(belongings.schedule() + "/pause").status()).isEqualTo(200);
    String run = Person.accepted(admin.post(belongings.schedule() + "/run"));
    assertThat(tenants.ann.get(run + "/status").status())
        .as("the job is the owner's")
        .isEqualTo(200);
    assertThat(tenants.colleague.get(run).status()).isEqualTo(404);
    assertThat(admin.delete(belongings.schedule()).status()).isEqualTo(204);
    assertThat(admin.delete("/api/datasets/" + Belongings.DATASET).status()).isEqualTo(204);
    assertThat(tenants.ann.get("/api/datasets/" + Belongings.DATASET).status()).isEqualTo(404);
    assertThat(tenants.ann.get(belongings.job("canceled")).status()).isEqualTo(404);
  }

  private static Answer report(Person who) {
    return who.postJson(
        "/api/reports", "{\"dataset\":\"%s\",\"format\":\"csv\"}".formatted(Belongings.DATASET));
  }

  private static Answer load(Person who, String mode) {
    return who.send(
        "POST",
        IMPORT.formatted(mode),
        BodyPublishers.ofString("n,bird\n7,heron\n"),
        "Content-Type",
        "text/csv");
  }
}

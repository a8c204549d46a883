package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose jobs: which a list by owner finds, and which somebody may change, one or many at once. */
@Timeout(240)
class OwnersIT {

  private static final String BULK = "/api/bulk-operations";
  private static final String ANN = TwoTenants.MARK + "/key:ann";
  private static final String CID = TwoTenants.MARK + "/key:cid";

  private static TwoTenants tenants;
  private final String batch = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
  }

  private String waiting(Person who) {
    return who.simulate(
        "{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour() + "&label=batch:" + batch);
  }

  private static String id(String path) {
    return path.replaceAll(".*/", "");
  }

  private List<String> found(Person who, String owner) {
    Answer list = who.get("/api/jobs?label=batch:%s&owner=%s".formatted(batch, owner));
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return list.json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
        .map(job -> job.getString("id"))
        .toList();
  }

  private String input(String action, String more) {
    return "{\"action\":\"%s\",\"filter\":{\"label\":{\"batch\":\"%s\"}}%s}"
        .formatted(action, batch, more);
  }

  private static JsonObject resultOf(Person who, String input) {
    String job = Person.accepted(who.postJson(BULK, input));
    Answer status = who.get(job + "/status", "Prefer", "wait=25");
    assertThat(status.text("status")).as(status.text()).isEqualTo("succeeded");
    return who.get(job + "/result").json();
  }

  private static String status(Person who, String job) {
    return who.get(job + "/status").text("status");
  }

  private static Answer prioritize(Person who, String job) {
    return who.send(
        "PUT",
        job + "/priority",
        BodyPublishers.ofString("{\"priority\":7}"),
        "Content-Type",
        "application/json");
  }

  @Test
  void whoSeesOthersJobsFindsThemByOwner() {
    String anns = id(waiting(tenants.ann));
    String cids = id(waiting(tenants.colleague));

    for (Person who : List.of(tenants.observer, tenants.admin, tenants.operator)) {
      assertThat(found(who, ANN)).containsExactly(anns);
      assertThat(found(who, CID)).containsExactly(cids);
      assertThat(found(who, "nobody")).isEmpty();
    }
    assertThat(found(tenants.ann, ANN)).containsExactly(anns);
    assertThat(found(tenants.ann, CID)).isEmpty();
    for (Person stranger : tenants.strangers()) {
      assertThat(found(stranger, ANN)).isEmpty();
    }
    resultOf(tenants.admin, input("remove", ""));
  }

  @Test
  void aPriorityIsForThoseToChangeWhoMayChangeTheJob() {
    String job = waiting(tenants.ann);

    assertThat(prioritize(tenants.observer, job).status()).isEqualTo(403);
    for (Person stranger : List.of(tenants.colleague, tenants.bob, tenants.boss, tenants.loner)) {
      assertThat(prioritize(stranger, job).status()).isEqualTo(404);
    }
    assertThat(prioritize(tenants.admin, job).json().getInt("priority")).isEqualTo(7);
    List<JsonObject> told = audit(id(job));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getString("act")).isEqualTo("job.prioritized");
    assertThat(told.get(0).getJsonObject("detail").getString("priority")).isEqualTo("7");
    tenants.ann.delete(job);
  }

  private static List<JsonObject> audit(String subject) {
    return tenants
        .admin
        .get("/api/admin/audit?subject=" + subject)
        .json()
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }

  @Test
  void whoSubmitsChangesItsOwnJobsOnly() {
    String anns = waiting(tenants.ann);
    String cids = waiting(tenants.colleague);

    JsonObject result = resultOf(tenants.colleague, input("cancel", ""));

    assertThat(result.getInt("matched")).isEqualTo(1);
    assertThat(status(tenants.colleague, cids)).isEqualTo("canceled");
    assertThat(status(tenants.ann, anns)).isEqualTo("scheduled");
    assertThat(resultOf(tenants.boss, input("cancel", "")).getInt("matched")).isZero();
    assertThat(status(tenants.ann, anns)).isEqualTo("scheduled");
    resultOf(tenants.admin, input("remove", ""));
  }

  @Test
  void anAdministratorChangesThoseOfItsTenantAndIsToldOfOnce() {
    String anns = waiting(tenants.ann);
    String cids = waiting(tenants.colleague);
    String bobs = waiting(tenants.bob);

    assertThat(resultOf(tenants.admin, input("cancel", ",\"scope\":\"own\"")).getInt("matched"))
        .isZero();
    String job = Person.accepted(tenants.admin.postJson(BULK, input("cancel", "")));
    Answer done = tenants.admin.get(job + "/status", "Prefer", "wait=25");

    assertThat(done.text("status")).isEqualTo("succeeded");
    assertThat(status(tenants.ann, anns)).isEqualTo("canceled");
    assertThat(status(tenants.colleague, cids)).isEqualTo("canceled");
    assertThat(status(tenants.bob, bobs)).isEqualTo("scheduled");
    List<JsonObject> told = audit(id(job));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getString("act")).isEqualTo("jobs.changed");
    assertThat(told.get(0).getJsonObject("detail").getString("each")).isEqualTo("job.canceled");
    assertThat(audit(id(anns))).isEmpty();
    assertThat(resultOf(tenants.admin, input("remove", ",\"all\":false")).getInt("changed"))
        .isEqualTo(2);
    tenants.bob.delete(bobs);
  }

  @Test
  void theFilterByOwnerHoldsInBulkToo() {
    String anns = waiting(tenants.ann);
    String cids = waiting(tenants.colleague);
    String filter =
        "{\"action\":\"cancel\",\"filter\":{\"label\":{\"batch\":\"%s\"},\"owner\":\"%s\"}}";

    assertThat(resultOf(tenants.ann, filter.formatted(batch, CID)).getInt("matched")).isZero();
    assertThat(resultOf(tenants.admin, filter.formatted(batch, CID)).getInt("changed"))
        .isEqualTo(1);

    assertThat(status(tenants.colleague, cids)).isEqualTo("canceled");
    assertThat(status(tenants.ann, anns)).isEqualTo("scheduled");
    resultOf(tenants.admin, input("remove", ""));
  }

  @Test
  void nobodyTakesMoreThanItHas() {
    String all = input("cancel", ",\"scope\":\"everyone\"");
    for (Person who : List.of(tenants.ann, tenants.bob, tenants.loner)) {
      Answer refused = who.postJson(BULK, all);
      assertThat(refused.status()).as(refused.text()).isEqualTo(422);
      assertThat(refused.text()).contains("/scope");
    }
    assertThat(tenants.observer.postJson(BULK, input("cancel", "")).status()).isEqualTo(403);
    Answer scheduled =
        tenants.admin.postJson(
            "/api/schedules",
            "{\"name\":\"a\",\"cron\":\"@yearly\",\"type\":\"bulk-operation\",\"input\":%s}"
                .formatted(all));
    assertThat(scheduled.status()).as(scheduled.text()).isEqualTo(422);
  }
}

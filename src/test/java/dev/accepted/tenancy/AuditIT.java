package dev.accepted.tenancy;

import static dev.accepted.tenancy.AuditStage.ABE;
import static dev.accepted.tenancy.AuditStage.ANN;
import static dev.accepted.tenancy.AuditStage.AUDIT;
import static dev.accepted.tenancy.AuditStage.TENANT;
import static dev.accepted.tenancy.AuditStage.assertDone;
import static dev.accepted.tenancy.AuditStage.entries;
import static dev.accepted.tenancy.AuditStage.id;
import static dev.accepted.tenancy.AuditStage.told;
import static dev.accepted.tenancy.AuditStage.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The audit log: what each act leaves there. */
@Timeout(240)
class AuditIT extends BelongingsFixture {

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
  void links() {
    String job = waiting(tenants.ann);
    assertDone(403, tenants.observer.post(job + "/links"));
    assertDone(422, tenants.ann.postJson(job + "/links", "{\"to\":\"log\"}"));
    assertThat(told(tenants.admin, id(job))).as("no link, no entry").isEmpty();
    Answer made = tenants.ann.post(job + "/links");
    assertDone(201, made);
    assertDone(201, tenants.admin.postJson(job + "/links", "{\"to\":\"monitor\"}"));

    assertThat(told(tenants.admin, id(job)))
        .containsExactly("link.created by " + ANN, "link.created by " + ABE);
    assertThat(entries(tenants.admin, "?subject=" + id(job)).get(1).toString())
        .contains("\"to\":\"result\"", "\"expires\":\"" + Instant.parse(made.text("expires")))
        .doesNotContain("http", made.text("url").replaceAll(".*access=", ""));
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

  @Test
  void schedules() {
    String json =
        "{\"name\":\"Nightly\",\"cron\":\"@yearly\",\"type\":\"simulation\",\"input\":{\"duration\":\"PT0S\",\"message\":\"whisper\"}}";
    Answer made = tenants.ann.postJson("/api/schedules", json);
    String one = "/api/schedules/" + made.text("id");
    assertDone(200, put(one, json));
    assertDone(200, tenants.admin.post(one + "/pause"));
    assertDone(200, tenants.admin.post(one + "/pause"));
    assertDone(200, tenants.ann.post(one + "/resume"));
    assertDone(202, tenants.admin.post(one + "/run"));
    assertDone(204, tenants.ann.delete(one));
    assertDone(404, tenants.ann.delete(one));

    assertThat(told(tenants.admin, id(one)))
        .containsExactly(
            "schedule.created by " + ANN,
            "schedule.changed by " + ANN,
            "schedule.paused by " + ABE,
            "schedule.resumed by " + ANN,
            "schedule.run by " + ABE,
            "schedule.removed by " + ANN);
    assertThat(tenants.operator.get(AUDIT + "?limit=500&subject=" + id(one)).text())
        .contains("\"name\":\"Nightly\"")
        .doesNotContain("whisper");
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
}

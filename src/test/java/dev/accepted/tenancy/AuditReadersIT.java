package dev.accepted.tenancy;

import static dev.accepted.tenancy.AuditStage.ABE;
import static dev.accepted.tenancy.AuditStage.AUDIT;
import static dev.accepted.tenancy.AuditStage.assertDone;
import static dev.accepted.tenancy.AuditStage.entries;
import static dev.accepted.tenancy.AuditStage.id;
import static dev.accepted.tenancy.AuditStage.told;
import static dev.accepted.tenancy.AuditStage.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads what of the audit log, and how it is asked for. */
@Timeout(240)
class AuditReadersIT {

  private static TwoTenants tenants;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
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

package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Below faults it is the same: nobody reaches there what is somebody else's. */
@Timeout(240)
class FaultyOwnersIT {

  private static final String BASE = "/api/faulty/retry-after-missing/";
  private static final List<String> PARTS =
      List.of("", "/status", "/result", "/events", "/log", "/files");

  private static TwoTenants tenants;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
  }

  private static String faulty(String job) {
    return job.replace("/api/", BASE);
  }

  @Test
  void somebodyElsesJobIsNotThere() {
    String job = tenants.ann.simulate("{\"duration\":\"PT1H\"}", "");
    assertThat(tenants.ann.get(faulty(job)).status()).isEqualTo(200);
    for (Person stranger : tenants.strangers()) {
      for (String part : PARTS) {
        Answer answer = stranger.get(faulty(job) + part);
        assertThat(answer.status()).as("%s by %s", part, stranger).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("job-not-found");
      }
      assertThat(stranger.post(faulty(job) + "/cancel").status()).isEqualTo(404);
      assertThat(stranger.delete(faulty(job)).status()).isEqualTo(404);
    }
    assertThat(tenants.ann.get(job + "/status").text("status")).isEqualTo("running");
    assertThat(tenants.ann.post(faulty(job) + "/cancel").status()).isBetween(200, 202);
  }

  /** Not even where a fault lets jobs that were removed look as if they were there. */
  @Test
  void aFaultTellsNothingOfSomebodyElsesJob() {
    String job = tenants.ann.simulate("{\"duration\":\"PT0S\"}", "");
    String removed = job.replace("/api/", "/api/faulty/removed-as-200/");
    assertThat(tenants.ann.get(removed, "Prefer", "wait=20").status()).isEqualTo(303);
    assertThat(tenants.ann.delete(removed).status()).isEqualTo(204);
    assertThat(tenants.ann.get(removed).status()).isEqualTo(200);
    for (Person stranger : tenants.strangers()) {
      assertThat(stranger.get(removed).status()).isEqualTo(404);
    }
  }

  @Test
  void whoIsNotKnownIsLetInNowhere() {
    for (Person unknown : List.of(tenants.nobody, tenants.liar)) {
      assertThat(unknown.postJson(BASE + "simulations", "{\"duration\":\"PT0S\"}").status())
          .isEqualTo(401);
      assertThat(unknown.get(BASE + "jobs/x").status()).isEqualTo(401);
      assertThat(unknown.get("/api/faulty/none/simulations").status()).isEqualTo(401);
      assertThat(unknown.get("/api/faulty").status()).isEqualTo(200);
    }
  }

  @Test
  void whoMayNotSubmitMayNotHereEither() {
    Answer refused = tenants.observer.postJson(BASE + "simulations", "{\"duration\":\"PT0S\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(
            tenants
                .observer
                .send(
                    "DELETE",
                    faulty(tenants.ann.simulate("{\"duration\":\"PT1H\"}", "")),
                    BodyPublishers.noBody())
                .status())
        .isEqualTo(403);
  }

  /** A link opens what it was given for, and that is where nothing is wrong. */
  @Test
  void aLinkOpensNothingBelowFaults() {
    String job = tenants.ann.simulate("{\"duration\":\"PT1H\"}", "");
    String url = tenants.ann.postJson(job + "/links", "{\"to\":\"monitor\"}").text("url");
    String query = url.substring(url.indexOf('?'));
    assertThat(tenants.nobody.get(job + query).status()).isEqualTo(200);
    assertThat(tenants.nobody.get(faulty(job) + query).status()).isEqualTo(401);
    assertThat(tenants.ann.post(job + "/cancel").status()).isBetween(200, 202);
  }
}

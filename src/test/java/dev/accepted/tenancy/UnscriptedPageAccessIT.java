package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the page of a job tells of it, where callers have keys. */
@Timeout(240)
class UnscriptedPageAccessIT {

  private static TwoTenants tenants;
  private static String running;
  private static String finished;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
    running = tenants.ann.simulate("{\"duration\":\"PT10M\"}", "");
    finished = tenants.ann.simulate("{\"duration\":\"PT0S\"}", "");
    tenants.ann.get(finished + "/status", "Prefer", "wait=20");
  }

  @AfterAll
  static void stop() {
    tenants.ann.post(running + "/cancel");
  }

  private static String page(String job) {
    return job.replace("/api/jobs/", "/results/");
  }

  private static String link(String job, String json) {
    return page(
        tenants.ann.postJson(job + "/links", json).text("url").replaceAll("/result\\?", "?"));
  }

  @Test
  void itsOwnerAndWhoLooksAfterItSeeIt() {
    assertThat(tenants.ann.get(page(finished)).text()).contains(">Ready<");
    assertThat(tenants.observer.get(page(finished)).text()).contains(">Ready<");
  }

  @Test
  void toStrangersItIsAsIfThereWereNone() {
    String never = "/results/01933333-3333-7333-8333-333333333333";
    for (Person stranger : tenants.strangers()) {
      Answer answer = stranger.get(page(finished));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text())
          .contains("No job at this address")
          .isEqualTo(stranger.get(never).text())
          .isEqualTo(stranger.get(page(running)).text());
    }
  }

  @Test
  void whoIsNotKnownIsToldToSignIn() {
    for (String job : new String[] {finished, "/api/jobs/01933333-3333-7333-8333-333333333333"}) {
      assertThat(tenants.nobody.get(page(job)).text())
          .contains("Sign in to see this job", "/sign-in?to=%2Fresults%2F");
      assertThat(tenants.liar.get(page(job)).text()).contains("Sign in to see this job");
    }
  }

  @Test
  void aBrowsersSessionCounts() {
    String key = tenants.ann.signed()[1].replace("Bearer ", "");
    Answer signedIn =
        tenants.nobody.postJson(
            "/api/session", "{\"key\":\"%s\"}".formatted(key), "Sec-Fetch-Site", "same-origin");
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(201);
    String cookie = signedIn.header("Set-Cookie").replaceAll(";.*", "");

    assertThat(tenants.nobody.get(page(finished), "Cookie", cookie).text()).contains(">Ready<");
  }

  @Test
  void aLinkShowsWhatItOpens() {
    Person nobody = tenants.nobody;
    Answer all = nobody.get(link(running, "{\"to\":\"monitor\"}"));
    assertThat(all.text()).containsPattern(">(Under way|In the queue)<").contains("refresh");
    assertThat(all.header("Referrer-Policy")).isEqualTo("no-referrer");

    assertThat(nobody.get(link(running, "{}")).text())
        .contains("Not ready yet", "http-equiv=\"refresh\"")
        .doesNotContain("Handed in", "Under way");
    String ended = link(finished, "{}");
    Answer result = nobody.get(ended);
    assertThat(result.text())
        .contains("href=\"%s/result?access=".formatted(finished), "<title>Result · Accepted")
        .doesNotContain("Handed in", "refresh");
    assertThat(nobody.get(ended.substring(0, ended.length() - 1)).text())
        .contains("This link doesn’t count");
    assertThat(nobody.get(page(running) + ended.replaceAll(".*\\?", "?")).text())
        .as("the link of another job")
        .contains("This link doesn’t count");
  }
}

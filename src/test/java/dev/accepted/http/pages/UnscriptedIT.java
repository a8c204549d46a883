package dev.accepted.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a job says to who has no scripts. */
@Timeout(120)
class UnscriptedIT extends DeployedServer {

  private static final Pattern REFRESH =
      Pattern.compile("<noscript>[^!]*<meta http-equiv=\"refresh\" content=\"(\\d+)\">");

  private final Api api = new Api();

  private Answer page(String job) {
    Answer page = api.get(job.replace("/api/jobs/", "/results/"));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe-inline");
    return page;
  }

  /** 0 if it refreshes itself no more. */
  private static long refresh(Answer page) {
    Matcher told = REFRESH.matcher(page.text());
    return told.find() ? Long.parseLong(told.group(1)) : 0;
  }

  private long retryAfter(String job) {
    return Long.parseLong(api.get(job + "/status").header("Retry-After"));
  }

  @Test
  void whileTheJobRunsThePageTellsHowFarItIsAndLooksAgain() {
    String job = api.simulate("{\"duration\":\"PT5M\",\"steps\":3000}", "");
    Answer running = page(job);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!running.text().contains("<progress") && System.nanoTime() < end) {
      running = page(job);
    }

    assertThat(running.text())
        .contains("data-status=\"running\"", ">Under way<", "<progress max=\"100\" value=\"0\"")
        .contains("Should be ready in about")
        .containsPattern("This page looks again in (a few|about \\d+) seconds\\.")
        .containsPattern("<title>\\d+ % · [^<]+ · Accepted</title>");
    assertThat(refresh(running)).isBetween(1L, 60L);
    api.post(job + "/cancel");
  }

  @Test
  void itLooksAgainWhenTheMonitorWouldBeAsked() {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    long before = retryAfter(job);
    Answer waiting = page(job);
    long after = retryAfter(job);

    assertThat(waiting.text()).contains("Waiting for its time", "It starts in about 1 hour, on ");
    assertThat(refresh(waiting)).isBetween(after, before);
    api.post(job + "/cancel");
  }

  @Test
  void toLookIsNoPoll() {
    String job = api.simulate("{\"duration\":\"PT5M\",\"steps\":3000}", "");
    for (int i = 0; i < 40; i++) {
      page(job);
    }

    assertThat(api.get(job).status()).isEqualTo(200);
    api.post(job + "/cancel");
  }

  @Test
  void aResultCanBeDownloaded() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    Answer ready = page(job);
    Matcher link = Pattern.compile("href=\"(/api/[^\"]+)\"").matcher(ready.text());

    assertThat(ready.text()).contains(">Ready<", "Finished on ", "Kept until", "<title>Ready · ");
    assertThat(refresh(ready)).isZero();
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(job + "/result");
    assertThat(api.get(link.group(1)).status()).isEqualTo(200);
  }

  @Test
  void whatLiesBesideTheResultCanBeDownloaded() {
    Answer submitted =
        api.send(
            "POST",
            "/api/imports?dataset=unscripted&maxRejected=5",
            BodyPublishers.ofString("n,bird\n1,wren\n2\n"),
            "Content-Type",
            "text/csv");
    String job = "/api/jobs/" + submitted.text("id");
    api.get(job + "/status", "Prefer", "wait=30");

    assertThat(page(job).text()).contains("href=\"" + job + "/files/rejected.csv\"");
  }

  @Test
  void whyAJobFailedIsToldAndNotRun() {
    String job =
        api.finished(
            "{\"duration\":\"PT0S\",\"outcome\":\"failed\","
                + "\"message\":\"</noscript><script>alert('x')</script>&\"}",
            "?maxAttempts=1");
    Answer failed = page(job);

    assertThat(failed.text())
        .contains(">Failed<", "data-status=\"failed\"")
        .contains("&lt;/noscript&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;.")
        .doesNotContain("<script>");
    assertThat(refresh(failed)).isZero();
  }

  @Test
  void aJobThatWasCanceledIsSaidToBe() {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    api.post(job + "/cancel");
    Answer canceled = page(job);

    assertThat(canceled.text()).contains(">Canceled<", "There is no result.");
    assertThat(refresh(canceled)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01933333-3333-7333-8333-333333333333",
        "x",
        "%3Cscript%3Ealert(1)%3C%2fscript%3E",
        "01933333-3333-7333-8333-333333333333%22%3E"
      })
  void ofAnUnknownJobNothingIsToldButThat(String id) {
    Answer unknown = api.get("/results/" + id);
    if (unknown.status() == 400 || unknown.status() == 404) {
      // Some servers refuse a slash in escapes by themselves.
      assertThat(id).contains("%2f");
      return;
    }

    assertThat(unknown.text()).contains("No job at this address").doesNotContain("<script>");
    assertThat(refresh(unknown)).isZero();
  }

  @Test
  void ofAnExpiredJobItsOutcomeIsTold() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "?retain=PT1S");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (api.get(job + "/status").status() != 410 && System.nanoTime() < end) {
      api.get(job + "/status", "Prefer", "wait=1");
    }
    Answer expired = page(job);

    assertThat(expired.text())
        .contains("This job has expired", "It succeeded on ", "This one was deleted on ");
    assertThat(refresh(expired)).isZero();
  }

  @Test
  void onlyTheHeadersComeToWhoAsksForThem() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    Answer head = api.send("HEAD", job.replace("/api/jobs/", "/results/"), BodyPublishers.noBody());

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(head.text()).isEmpty();
  }
}

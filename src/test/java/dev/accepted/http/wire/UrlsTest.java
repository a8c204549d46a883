package dev.accepted.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** URLs as the holder of a link sees them. */
class UrlsTest {

  private static final JobId JOB =
      new JobId(UUID.fromString("019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f"));
  private static final String MONITOR = "http://host/api/jobs/" + JOB;
  private static final Urls OWN = new Urls("http://host/api/");
  private static final Urls SEEN = OWN.seenBy(new OpeningLink("TOKEN", Set.of("result", "files")));

  @Test
  void whatALinkOpensHasItsToken() {
    assertThat(SEEN.of(JOB, "result")).isEqualTo(MONITOR + "/result?access=TOKEN");
    assertThat(SEEN.file(JOB, "a b.csv")).isEqualTo(MONITOR + "/files/a%20b.csv?access=TOKEN");
    assertThat(SEEN.leadTo("files")).isTrue();
  }

  @Test
  void whatItDoesNotOpenHasNone() {
    assertThat(SEEN.job(JOB)).isEqualTo(MONITOR);
    assertThat(SEEN.of(JOB, "cancel")).isEqualTo(MONITOR + "/cancel");
    assertThat(SEEN.problems()).isEqualTo("http://host/api/problems");
    assertThat(SEEN.leadTo("cancel")).isFalse();
    assertThat(SEEN.leadTo("")).isFalse();
  }

  @Test
  void withoutALinkAllIsAsItWas() {
    assertThat(OWN.of(JOB, "result")).isEqualTo(MONITOR + "/result");
    assertThat(OWN.leadTo("cancel")).isTrue();
    assertThat(OWN.page(JOB)).isEqualTo("http://host/results/" + JOB);
  }

  @Test
  void whatIsAJobSLiesBelowFaultsAndNothingElse() {
    Urls faulty = OWN.below("redirect-302");
    assertThat(faulty.job(JOB)).isEqualTo("http://host/api/faulty/redirect-302/jobs/" + JOB);
    assertThat(faulty.page(JOB)).isEqualTo("http://host/results/" + JOB);
    assertThat(faulty.problem("x")).isEqualTo("http://host/api/problems/x");
    assertThat(faulty.below("404-at-first").jobs())
        .isEqualTo("http://host/api/faulty/404-at-first/jobs");
  }

  @Test
  void theTokenStaysOutOfLogs() {
    assertThat(SEEN.toString()).doesNotContain("TOKEN");
  }
}

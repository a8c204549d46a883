package dev.accepted.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.header.InvalidHeader;
import dev.accepted.http.wire.Urls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void theDocumentHasItsOwnMembersLastAndNoStatus() {
    Problem problem = Problem.parameter("limit", "too \"much\"").with("most", 500);

    assertThat(
            new String(
                ProblemDocument.bytes(problem, new Urls("http://host/api/"), "/api/jobs"),
                StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"http://host/api/problems/invalid-parameter\","
                + "\"title\":\"A parameter can't be used\",\"detail\":\"too \\\"much\\\"\","
                + "\"instance\":\"/api/jobs\",\"parameter\":\"limit\",\"most\":500}");
  }

  @Test
  void everyTypeIsFoundByItsSlug() {
    for (ProblemType type : ProblemType.values()) {
      assertThat(ProblemType.of(type.slug())).contains(type);
      assertThat(type.slug()).matches("[a-z-]+");
    }
    assertThat(ProblemType.of("nothing")).isEmpty();
  }

  @Test
  void whatTheClientDidWrongIsSaid() {
    assertThat(Failures.problem(new InvalidHeader("Prefer", "no")).status()).isEqualTo(400);
    assertThat(Failures.problem(new UnreadableBody(new IOException("secret"))).status())
        .isEqualTo(400);
  }

  @Test
  void whatTheServerDidWrongStaysInside() {
    Problem problem =
        Failures.problem(new CompletionException(new IllegalStateException("table JOB is gone")));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).doesNotContain("JOB");
    assertThat(problem.members()).containsOnlyKeys("reference");
  }
}

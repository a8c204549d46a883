package dev.accepted.http.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueryTest {

  @Test
  void nothingAskedIsEverything() {
    ListQuery query = read(Map.of());

    assertThat(query.filter()).isEqualTo(JobFilter.ALL);
    assertThat(query.limit()).isEqualTo(50);
    assertThat(query.before()).isEmpty();
  }

  @Test
  void everyFilter() {
    JobId last = new JobId(UUID.fromString("f19333c2-0000-7000-8000-0000000000ff"));
    ListQuery query =
        read(
            Map.of(
                "status", List.of("failed", "canceled"),
                "type", List.of("report"),
                "label", List.of("a:b", "c:d:e"),
                "q", List.of("flights"),
                "submittedAfter", List.of("2026-11-21T20:00:00Z"),
                "submittedBefore", List.of("2026-11-21T23:00:00+01:00"),
                "limit", List.of("500"),
                "cursor", List.of(ListCursor.after(last))));

    assertThat(query.filter())
        .isEqualTo(
            new JobFilter(
                Set.of(JobStatus.FAILED, JobStatus.CANCELED),
                "report",
                Map.of("a", "b", "c", "d:e"),
                "flights",
                Instant.parse("2026-11-21T20:00:00Z"),
                Instant.parse("2026-11-21T22:00:00Z")));
    assertThat(query.limit()).isEqualTo(500);
    assertThat(query.before()).contains(last);
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 501",
    "limit, -1",
    "limit, 1.5",
    "limit, ''",
    "status, Failed",
    "label, a",
    "cursor, AAAA",
    "cursor, ''",
    "cursor, !",
    "submittedAfter, 1",
    "whatever, 1"
  })
  void whatCantBeUsedIsRefused(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, List.of(value)))).isInstanceOf(Problem.class);
  }

  private static ListQuery read(Map<String, List<String>> query) {
    return ListQuery.read(new QueryParameters(query));
  }
}

package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was counted, and what can be counted, as every database must tell it. */
abstract class ActivityContract extends StoreFixture {

  private static final Instant MINUTE = Instant.parse("2026-11-22T10:00:00Z");

  private static ActivityMinute minute(Instant at, long submitted) {
    return new ActivityMinute(at, "report", submitted, 2, 3, 4, "1:2", "7:1,120:3");
  }

  private void put(ActivityMinute minute) {
    database.transaction(
        session -> {
          ActivityLog.put(session, minute);
          return true;
        });
  }

  private List<ActivityMinute> since(Instant from) {
    return database.read(session -> ActivityLog.since(session, from));
  }

  @Test
  void aMinuteIsReplacedByWhatWasCountedSince() {
    put(minute(MINUTE, 1));
    put(minute(MINUTE, 5));
    put(minute(MINUTE.plusSeconds(60), 7));

    assertThat(since(MINUTE))
        .containsExactlyInAnyOrder(minute(MINUTE, 5), minute(MINUTE.plusSeconds(60), 7));
    assertThat(since(MINUTE.plusSeconds(1))).containsExactly(minute(MINUTE.plusSeconds(60), 7));
  }

  @Test
  void theOldestAreDroppedFirstAndNoMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      put(minute(MINUTE.plusSeconds(60L * i), i));
    }
    Instant before = MINUTE.plus(Duration.ofMinutes(4));

    int first = database.transaction(session -> ActivityLog.prune(session, before, 3));
    int second = database.transaction(session -> ActivityLog.prune(session, before, 3));

    assertThat(List.of(first, second)).containsExactly(3, 1);
    assertThat(since(Instant.EPOCH)).containsExactly(minute(before, 4));
  }

  @Test
  void jobsAreCountedByTypeAndStatusForTheirOwners() {
    for (String owner : List.of("acme/ann", "acme/ann", "acme/bob", "acmexann")) {
      stored(job(owner, "report", 4, null, Map.of()));
    }
    stored(job("acme/ann", "import", 4, NOW.plusSeconds(60), Map.of()));

    assertThat(counts(Owners.ALL))
        .containsExactlyInAnyOrder(
            new JobCounts.Count("report", JobStatus.QUEUED, 4),
            new JobCounts.Count("import", JobStatus.SCHEDULED, 1));
    assertThat(counts(new Owners.Only("acme/ann")))
        .containsExactlyInAnyOrder(
            new JobCounts.Count("report", JobStatus.QUEUED, 2),
            new JobCounts.Count("import", JobStatus.SCHEDULED, 1));
    assertThat(counts(new Owners.OfTenant("acme")))
        .contains(new JobCounts.Count("report", JobStatus.QUEUED, 3));
    assertThat(counts(Owners.NONE)).isEmpty();
  }

  private List<JobCounts.Count> counts(Owners owners) {
    return database.read(session -> JobCounts.of(session, owners));
  }

  @Test
  void aNodeIsToldWithWhatItRuns() {
    database.transaction(
        session -> {
          Nodes.registerAlone(session, "web-1", NOW);
          return true;
        });

    List<NodeRow> nodes = database.transaction(NodeRow::all);

    assertThat(nodes).hasSize(1);
    assertThat(nodes.get(0).name()).isEqualTo("web-1");
    assertThat(nodes.get(0).startedAt()).isEqualTo(NOW);
    assertThat(nodes.get(0).shared()).isFalse();
    assertThat(nodes.get(0).silent()).isFalse();
    assertThat(nodes.get(0).running()).isZero();
    assertThat(nodes.get(0).self()).isTrue();
  }
}

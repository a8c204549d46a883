package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.Refusal.QuotaExceeded;
import dev.accepted.job.Job;
import dev.accepted.job.Owners;
import dev.accepted.sql.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What callers have is counted in the store that servers share. */
class QuotasOfTwoNodesTest extends TwoNodes {

  private static final String ME = "me";
  private static final int LIMIT = 5;

  @Override
  EngineFixture node(String name) throws Exception {
    ScriptedType type = new ScriptedType("test", 1).act("deaf", context -> beDeaf(name));
    return new EngineFixture(
        TestSettings.in(folder, Map.of("accepted.quota.active", Integer.toString(LIMIT))),
        clock,
        TestPostgres.connect(url),
        type);
  }

  @Test
  void whatOneServerHasStoredTheOtherCounts() throws Exception {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      jobs.add((i % 2 == 0 ? one : other).submit(FairnessTest.job(ME, "test", "deaf")));
    }
    for (EngineFixture node : List.of(one, other)) {
      CompletableFuture<Job> refused =
          node.service().submit(FairnessTest.job(ME, "test", "deaf")).toCompletableFuture();
      assertThat(refused)
          .failsWithin(EngineFixture.PATIENCE)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(QuotaExceeded.class);
    }
    Lookup removed =
        other
            .service()
            .remove(new Owners.Only(ME), jobs.get(LIMIT - 1).id(), EngineFixture.ACTOR)
            .toCompletableFuture()
            .join();
    assertThat(removed).isInstanceOf(Lookup.Found.class);
    one.submit(FairnessTest.job(ME, "test", "deaf"));
    assertThat(active()).isEqualTo(LIMIT);
  }

  /** What may be too many is what servers store at the same moment; what is counted is right. */
  @Test
  void whateverBothDoAtOnceIsCounted() throws Exception {
    List<CompletableFuture<Job>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      EngineFixture node = i % 2 == 0 ? one : other;
      all.add(node.service().submit(FairnessTest.job(ME, "test", "deaf")).toCompletableFuture());
    }
    all.forEach(one -> one.handle((job, failure) -> job).join());
    List<Job> accepted =
        all.stream()
            .filter(one -> !one.isCompletedExceptionally())
            .map(CompletableFuture::join)
            .toList();

    assertThat(accepted).hasSizeBetween(LIMIT, 2 * LIMIT);
    assertThat(active()).isEqualTo(accepted.size());
    for (Job job : accepted) {
      one.service()
          .remove(new Owners.Only(ME), job.id(), EngineFixture.ACTOR)
          .toCompletableFuture()
          .join();
    }
    assertThat(active()).isZero();
  }

  private long active() {
    return other.service().quotas(ME).activeJobs().used().orElseThrow();
  }
}

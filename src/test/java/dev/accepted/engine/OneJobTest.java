package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.answers.Lookup;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may see one job finds it by its id, and does nothing to it. */
@Timeout(60)
class OneJobTest {

  @TempDir Path folder;
  private EngineFixture engine;
  private Job job;
  private Job other;
  private Owners owners;

  @BeforeEach
  void start() throws Exception {
    engine = new EngineFixture(folder, new ScriptedType("test", 1).act("fail", context -> fail()));
    job = engine.await(engine.submit("test", "fail").id(), JobStatus.FAILED);
    other = engine.await(engine.submit("test", "fail").id(), JobStatus.FAILED);
    owners = new Owners.OneJob(job.id());
  }

  private static void fail() throws PermanentFailure {
    throw new PermanentFailure("test-failed", "as it is told to");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void itIsFoundWhoeversItIsAndNoOther() {
    assertThat(engine.service().find(owners, job.id())).isEqualTo(new Lookup.Found(job));
    assertThat(engine.service().find(owners, other.id())).isEqualTo(new Lookup.Unknown());
    assertThat(job.owner()).isEqualTo(OWNER);
  }

  @Test
  void noListHasIt() {
    JobFilter all = new JobFilter(Set.of(), null, Map.of(), null, null, null);

    assertThat(engine.service().list(Owners.ALL, all, 10, null).jobs()).hasSize(2);
    assertThat(engine.service().list(owners, all, 10, null).jobs()).isEmpty();
  }

  @Test
  void nothingIsDoneToIt() throws Exception {
    JobService jobs = engine.service();

    jobs.retry(owners, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    jobs.cancel(owners, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    jobs.remove(owners, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);

    assertThat(engine.find(job.id())).isEqualTo(job);
  }
}

package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.LogLine;
import dev.accepted.job.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What running jobs say, on its way to the store. */
class ProgressTest {

  @TempDir Path folder;

  @Test
  void wordsThatAreTooLongAreCut() throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("talk", context -> context.progress(1, 2, "u".repeat(41), "m".repeat(1001)));
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      Job done = fixture.await(fixture.submit("test", "talk").id(), JobStatus.SUCCEEDED);

      assertThat(done.state().progress())
          .isEqualTo(new Progress(1, 2, "u".repeat(40), "m".repeat(1000)));
    }
  }

  @Test
  void whatIsRefusedOfOneIsStoredOfTheOthers() throws Exception {
    CountDownLatch said = new CountDownLatch(2);
    CountDownLatch free = new CountDownLatch(1);
    ScriptedType type = new ScriptedType("test", 2);
    for (String word : new String[] {"refused", "fine"}) {
      type.act(
          word,
          context -> {
            context.progress(1, 2, null, word);
            context.log(word);
            said.countDown();
            free.await();
          });
    }
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      fixture.database.transaction(
          session ->
              session.update(
                  "alter table job add constraint word check (progress_message <> 'refused')"));
      JobId refused = fixture.submit("test", "refused").id();
      JobId fine = fixture.submit("test", "fine").id();
      said.await();

      assertThatThrownBy(() -> fixture.pass(Duration.ofSeconds(1))).isNotNull();

      assertThat(fixture.service().log(fine, 0, 10))
          .extracting(LogLine::text)
          .containsExactly("fine");
      free.countDown();
      fixture.await(fine, JobStatus.SUCCEEDED);
      Job failed = fixture.await(refused, JobStatus.FAILED);
      assertThat(failed.state().errors().get(0).code()).isEqualTo("store-refused");
    }
  }
}

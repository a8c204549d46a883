package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.accepted.config.Settings;
import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.Activity.Span;
import dev.accepted.engine.activity.Point;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine counts, stores and finds again. */
class ActivityOfEngineTest {

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  private EngineFixture start() throws Exception {
    return new EngineFixture(
        Settings.in(folder), clock, new ScriptedType("test", 1).act("nothing", context -> {}));
  }

  private static Point last(EngineFixture engine) {
    Activity hour = engine.engine.overview().activity(Span.HOUR).orElseThrow();
    return hour.all().get(59);
  }

  @Test
  void whatWasDoneOutlivesTheServer() throws Exception {
    try (EngineFixture engine = start()) {
      for (int i = 0; i < 3; i++) {
        Job job = engine.submit("test", "nothing");
        engine.await(job.id(), JobStatus.SUCCEEDED);
      }
      engine.engine.everyTenSeconds().get();
      engine.engine.everyTenSeconds().get();
      clock.advance(Duration.ofSeconds(6));

      assertThat(last(engine).submitted()).isEqualTo(3);
      assertThat(last(engine).succeeded()).isEqualTo(3);
      assertThat(last(engine).waitMedian()).isCloseTo(0, within(0.01));
    }
    try (EngineFixture engine = start()) {
      Job job = engine.submit("test", "nothing");
      engine.await(job.id(), JobStatus.SUCCEEDED);
      engine.engine.everyTenSeconds().get();

      assertThat(last(engine).submitted()).isEqualTo(4);
    }
  }

  @Test
  void whatIsOlderThanADayIsDropped() throws Exception {
    try (EngineFixture engine = start()) {
      engine.await(engine.submit("test", "nothing").id(), JobStatus.SUCCEEDED);
      engine.engine.everyTenSeconds().get();
      assertThat(rows(engine)).isEqualTo(1);

      clock.advance(Duration.ofHours(26));
      engine.engine.everyTenSeconds().get();

      assertThat(rows(engine)).isZero();
    }
  }

  private static int rows(EngineFixture engine) {
    return engine.database.read(
        session ->
            session
                .first(
                    "select cast(count(*) as integer) as n from activity", row -> row.number("n"))
                .orElseThrow());
  }

  @Test
  void jobsAreCountedForWhoSeesThem() throws Exception {
    try (EngineFixture engine = start()) {
      engine.await(engine.submit("test", "nothing").id(), JobStatus.SUCCEEDED);

      Map<String, Map<JobStatus, Long>> all =
          engine.engine.overview().counts(Owners.ALL).orElseThrow();

      assertThat(all.get("test")).containsExactly(Map.entry(JobStatus.SUCCEEDED, 1L));
      assertThat(engine.engine.overview().counts(EngineFixture.OWNERS)).contains(all);
      assertThat(engine.engine.overview().counts(new Owners.Only("stranger"))).contains(Map.of());
    }
  }
}

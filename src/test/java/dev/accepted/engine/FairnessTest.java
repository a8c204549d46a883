package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.SettableClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One caller's many jobs don't keep another's from their slots. */
class FairnessTest {

  private static final int MANY = 300;

  @TempDir Path folder;
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);
  private final BlockingQueue<JobId> order = new LinkedBlockingQueue<>();

  private ScriptedType type(String name) {
    return new ScriptedType(name, 1)
        .act(
            "block",
            context -> {
              blocked.countDown();
              free.await();
            })
        .act("note", context -> order.add(context.id()));
  }

  static NewJob job(String owner, String type, String act) {
    NewJob any = EngineFixture.job(type, act, RequestedOptions.NONE);
    return new NewJob(owner, type, any.input(), null, any.options(), null);
  }

  private List<JobId> first(int number) throws Exception {
    List<JobId> played = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      played.add(order.poll(EngineFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
    return played;
  }

  @Test
  void oneJobIsNotBehindAnothersMany() throws Exception {
    try (EngineFixture fixture = new EngineFixture(folder, type("test"))) {
      fixture.submit(job("many", "test", "block"));
      blocked.await();
      for (int i = 0; i < MANY; i++) {
        fixture.submit(job("many", "test", "note"));
      }
      Job only = fixture.submit(job("one", "test", "note"));
      free.countDown();

      assertThat(first(2)).contains(only.id());
      assertThat(first(MANY - 1)).doesNotContainNull();
    }
  }

  /** They have one slot between them. */
  @Test
  void norIsItBehindManyOfAnotherType() throws Exception {
    Settings narrow = TestSettings.in(folder, Map.of("accepted.slots", "1"));
    try (EngineFixture fixture =
        new EngineFixture(narrow, new SettableClock(), type("test"), type("other"))) {
      fixture.submit(job("many", "test", "block"));
      blocked.await();
      for (int i = 0; i < MANY; i++) {
        fixture.submit(job("many", "test", "note"));
      }
      Job only = fixture.submit(job("one", "other", "note"));
      free.countDown();

      assertThat(first(2)).contains(only.id());
    }
  }

  @Test
  void whatWasQueuedBeforeARestartIsNotBehindWhatComesAfterIt() throws Exception {
    List<JobId> before = new ArrayList<>();
    try (EngineFixture fixture = new EngineFixture(folder, type("test"))) {
      fixture.service().pause("test", EngineFixture.ACTOR).toCompletableFuture().join();
      for (int i = 0; i < 5; i++) {
        before.add(fixture.submit(job("one", "test", "note")).id());
      }
    }
    try (EngineFixture fixture = new EngineFixture(folder, type("test"))) {
      JobId after = fixture.submit(job("one", "test", "note")).id();
      JobId other = fixture.submit(job("two", "test", "note")).id();
      fixture.service().resume("test", EngineFixture.ACTOR).toCompletableFuture().join();

      List<JobId> played = first(7);
      assertThat(played.subList(0, 2)).containsExactly(before.get(0), other);
      assertThat(played.get(6)).isEqualTo(after);
    }
  }
}

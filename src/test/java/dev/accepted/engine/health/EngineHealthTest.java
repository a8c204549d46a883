package dev.accepted.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.store.CommitListener;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.Outbox;
import dev.accepted.store.StoreObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineHealthTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private EmbeddedDatabase database;
  private GroupCommit writer;

  @BeforeEach
  void open() {
    database = EmbeddedDatabase.open(folder.resolve("health"), false, 3, false);
    writer =
        new GroupCommit(
            database, Thread::new, CommitListener.NONE, new StoreObserver() {}, Outbox.NONE);
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private EngineHealth health(Duration stuck) {
    return new EngineHealth(database, writer, Runnable::run, clock, stuck);
  }

  @Test
  void theStoreAnswersUntilItIsGone() throws Exception {
    EngineHealth health = health(MINUTE);
    assertThat(health.storeAnswers()).isTrue();

    database.read(session -> session.update("shutdown"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(health.storeAnswers()).isFalse();
    database = EmbeddedDatabase.open(folder.resolve("health"), false, 3, false);
  }

  @Test
  void theWriterWorksUnlessItHangs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> free = new CompletableFuture<>();
    CompletableFuture<Boolean> write =
        writer.write(
            session -> {
              begun.countDown();
              return free.join();
            });
    begun.await();

    assertThat(health(MINUTE).writerWorks()).isTrue();
    assertThat(health(Duration.ZERO).writerWorks()).isFalse();
    free.complete(true);
    write.get();
  }

  @Test
  void theWriterWorksUntilItsThreadHasEnded() {
    EngineHealth health = health(MINUTE);
    assertThat(health.writerWorks()).isTrue();
    writer.close();
    assertThat(health.writerWorks()).isFalse();
  }

  @Test
  void theTimersTickUnlessTheyAreSilentForAMinute() {
    EngineHealth health = health(MINUTE);
    clock.advance(MINUTE);
    assertThat(health.timersTick()).as("not begun").isTrue();
    health.tick();
    clock.advance(MINUTE.minusMillis(1));
    assertThat(health.timersTick()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(health.timersTick()).isFalse();
  }

  @Test
  void anEngineThatStopsIsAliveButNotReady() throws Exception {
    ScriptedType type = new ScriptedType("test", 1).act("nothing", context -> {});
    EngineHealth health;
    try (EngineFixture fixture = new EngineFixture(folder, type)) {
      health = fixture.engine.health();
      fixture.pass(Duration.ofSeconds(1));
      assertThat(health.isDraining()).isFalse();
      assertThat(health.timersTick()).isTrue();
      fixture.engine.stop(Duration.ZERO);
      assertThat(health.isDraining()).isTrue();
      fixture.clock.advance(MINUTE);
      assertThat(health.timersTick()).isTrue();
    }
    assertThat(health.writerWorks()).isTrue();
  }
}

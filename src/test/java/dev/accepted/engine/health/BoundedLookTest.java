package dev.accepted.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.EngineFixture;
import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedLookTest {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final SettableClock clock = new SettableClock();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  private BoundedLook<Integer> look(Supplier<Integer> question, Duration patience) {
    return new BoundedLook<>(question, executor, clock, REMEMBERED, patience);
  }

  @Test
  void anAnswerIsRememberedForAWhile() {
    BoundedLook<Integer> look = look(asked::incrementAndGet, EngineFixture.PATIENCE);
    for (int i = 0; i < 100; i++) {
      assertThat(look.answer()).contains(1);
    }
    clock.advance(REMEMBERED);
    assertThat(look.answer()).contains(2);
  }

  @Test
  void aSlowAnswerIsRememberedLonger() {
    BoundedLook<Integer> look =
        look(
            () -> {
              clock.advance(Duration.ofSeconds(2));
              return asked.incrementAndGet();
            },
            EngineFixture.PATIENCE);
    assertThat(look.answer()).contains(1);
    clock.advance(Duration.ofSeconds(39));
    assertThat(look.answer()).contains(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(look.answer()).contains(2);
  }

  @Test
  void oneThatHangsIsWaitedForOnceAndHoldsOneThread() throws Exception {
    CompletableFuture<Integer> never = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    BoundedLook<Integer> look =
        look(
            () -> {
              asked.incrementAndGet();
              begun.countDown();
              return never.join();
            },
            PATIENCE);
    for (int i = 0; i < 50; i++) {
      assertThat(look.answer()).isEmpty();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(asked).hasValue(1);
    never.complete(7);
  }

  @Test
  void aFailureIsNoAnswerAndIsRememberedToo() {
    BoundedLook<Integer> look =
        look(
            () -> {
              asked.incrementAndGet();
              throw new IllegalStateException("down");
            },
            EngineFixture.PATIENCE);
    assertThat(look.answer()).isEmpty();
    assertThat(look.answer()).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void anExecutorThatStopsGivesNoAnswer() {
    BoundedLook<Integer> look =
        new BoundedLook<>(
            asked::incrementAndGet,
            task -> {
              throw new RejectedExecutionException();
            },
            clock,
            REMEMBERED,
            PATIENCE);
    assertThat(look.answer()).isEmpty();
  }
}

package dev.accepted.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class UntilBegunTest {

  private final SettableClock clock = new SettableClock();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<Integer> done = new ArrayList<>();
  private final UntilBegun executor = new UntilBegun(threads::add, clock);

  private void runAll() {
    for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
      next.run();
    }
  }

  @Test
  void whatIsBegunIsNotHandedOverAgain() {
    executor.execute(() -> done.add(1));
    runAll();
    clock.advance(Duration.ofDays(1));

    assertThat(executor.runOnce()).isZero();
    assertThat(threads).isEmpty();
    assertThat(done).containsExactly(1);
  }

  @Test
  void whatWasDroppedIsHandedOverAgain() {
    executor.execute(() -> done.add(1));
    threads.clear();

    clock.advance(UntilBegun.FIRST_WAIT.minusMillis(1));
    assertThat(executor.runOnce()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(executor.runOnce()).isEqualTo(1);
    threads.clear(); // dropped once more
    clock.advance(UntilBegun.FIRST_WAIT.multipliedBy(2));
    assertThat(executor.runOnce()).isEqualTo(1);

    runAll();
    assertThat(done).containsExactly(1);
  }

  @Test
  void whatWasMerelySlowIsRunOnce() {
    executor.execute(() -> done.add(1));
    clock.advance(UntilBegun.FIRST_WAIT);
    executor.runOnce();
    assertThat(threads).hasSize(2);

    runAll();
    assertThat(done).containsExactly(1);
  }

  @Test
  void oneThatWaitsForAThreadForAnHourFillsNoQueue() {
    executor.execute(() -> done.add(1));
    for (int second = 0; second < 3600; second++) {
      clock.advance(Duration.ofSeconds(1));
      executor.runOnce();
    }
    assertThat(threads).hasSizeBetween(2, 13);
  }

  @Test
  void aClockThatIsSetBackKeepsNothingWaiting() {
    executor.execute(() -> done.add(1));
    threads.clear();
    clock.set(clock.instant().minus(Duration.ofDays(1)));

    assertThat(executor.runOnce()).isEqualTo(1);
  }

  @Test
  void whatIsNotTakenIsNotRun() {
    List<Runnable> brought = new ArrayList<>();
    UntilBegun stopped =
        new UntilBegun(
            task -> {
              brought.add(task);
              throw new RejectedExecutionException();
            },
            clock);

    assertThatThrownBy(() -> stopped.execute(() -> done.add(1)))
        .isInstanceOf(RejectedExecutionException.class);
    clock.advance(Duration.ofDays(1));
    assertThat(stopped.runOnce()).isZero();
    brought.forEach(Runnable::run);
    assertThat(done).isEmpty();
  }

  @Test
  void aTaskThatFailsIsNotTriedAgain() {
    executor.execute(
        () -> {
          done.add(1);
          throw new IllegalStateException("a bug");
        });
    assertThatThrownBy(this::runAll).isInstanceOf(IllegalStateException.class);
    clock.advance(Duration.ofDays(1));

    assertThat(executor.runOnce()).isZero();
    assertThat(done).containsExactly(1);
  }
}

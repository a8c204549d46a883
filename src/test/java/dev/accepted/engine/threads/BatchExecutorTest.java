package dev.accepted.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BatchExecutorTest {

  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<Integer> done = new ArrayList<>();
  private final BatchExecutor executor = new BatchExecutor(threads::add, 2);

  @Test
  void aLoneTaskIsHandedOverAtOnce() {
    executor.execute(() -> done.add(1));
    assertThat(threads).hasSize(1);

    threads.remove().run();
    assertThat(done).containsExactly(1);
  }

  @Test
  void aCrowdSharesFewThreads() {
    for (int i = 0; i < 100; i++) {
      int task = i;
      executor.execute(() -> done.add(task));
    }
    assertThat(threads).hasSize(2);

    threads.remove().run();
    assertThat(done).hasSize(100).isSorted();
    threads.remove().run();
    assertThat(done).hasSize(100);
  }

  @Test
  void whatComesMeanwhileIsDoneToo() {
    executor.execute(() -> executor.execute(() -> done.add(2)));
    threads.remove().run();

    assertThat(done).containsExactly(2);
  }

  @Test
  void aTaskThatFailsHoldsUpNoOther() {
    executor.execute(
        () -> {
          throw new IllegalStateException("expected by this test");
        });
    executor.execute(() -> done.add(3));
    threads.remove().run();

    assertThat(done).containsExactly(3);
  }

  @Test
  void whatTheThreadsOfAServerThatStopsRefuseIsDoneAllTheSame() {
    BatchExecutor stopping =
        new BatchExecutor(
            task -> {
              throw new RejectedExecutionException("stopping");
            },
            1);

    stopping.execute(() -> done.add(4));
    stopping.execute(() -> done.add(5));

    assertThat(done).containsExactly(4, 5);
  }
}

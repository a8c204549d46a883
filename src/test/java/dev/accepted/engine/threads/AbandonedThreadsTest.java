package dev.accepted.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AbandonedThreadsTest {

  @Test
  void onlySoManyThreadsAreReplaced() {
    AbandonedThreads threads = new AbandonedThreads();
    AtomicInteger givenBack = new AtomicInteger();
    for (int i = 0; i <= AbandonedThreads.MOST_REPLACED; i++) {
      threads.add(i, givenBack::incrementAndGet).run();
    }
    assertThat(givenBack).hasValue(AbandonedThreads.MOST_REPLACED);
    assertThat(threads.count()).isEqualTo(AbandonedThreads.MOST_REPLACED + 1);

    threads.returned(AbandonedThreads.MOST_REPLACED);
    threads.returned(0);

    assertThat(givenBack).hasValue(AbandonedThreads.MOST_REPLACED + 1);
    assertThat(threads.count()).isEqualTo(AbandonedThreads.MOST_REPLACED - 1);
  }
}

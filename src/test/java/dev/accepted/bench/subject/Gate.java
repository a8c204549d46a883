package dev.accepted.bench.subject;

import dev.accepted.job.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Holds jobs up until it is opened, and counts all that are run. */
@ApplicationScoped
public class Gate {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final AtomicLong runs = new AtomicLong();
  private volatile boolean open;

  void set(boolean isOpen) {
    open = isOpen;
  }

  void await(JobContext context) throws InterruptedException {
    while (!open) {
      context.pause(LOOK_AGAIN);
    }
  }

  void ran() {
    runs.incrementAndGet();
  }

  long runs() {
    return runs.get();
  }
}

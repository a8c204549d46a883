package dev.accepted.bench.subject;

import dev.accepted.job.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Holds jobs up until it is opened, and counts all that are run. */
@ApplicationScoped
public class Gate {

  private final AtomicLong runs = new AtomicLong();
  private boolean open;

  synchronized void set(boolean isOpen) {
    open = isOpen;
    notifyAll();
  }

  /** Waits without ever looking at the clock: who waits is not to cost anything. */
  void await(JobContext context) throws InterruptedException {
    context.onStop(this::wakeAll);
    synchronized (this) {
      while (!open) {
        context.checkStopping();
        wait();
      }
    }
  }

  private synchronized void wakeAll() {
    notifyAll();
  }

  void ran() {
    runs.incrementAndGet();
  }

  long runs() {
    return runs.get();
  }
}

package dev.accepted.http.body;

import dev.accepted.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets in so many long bodies at once. The others stand in line without a thread, first come, first
 * served.
 */
@ApplicationScoped
public class UploadLine {

  /** A request that waits holds a connection and some kilobytes; about so many may. */
  private static final int LONGEST = 1_000;

  private final Deque<WaitingUpload> waiting = new ArrayDeque<>();
  private int free;

  /** For the container's proxy. */
  UploadLine() {
    free = 0;
  }

  @Inject
  UploadLine(Settings settings) {
    free = settings.bodies().uploads();
  }

  /** True if there was a place, which then is taken. */
  synchronized boolean take() {
    boolean taken = free > 0;
    if (taken) {
      free--;
    }
    return taken;
  }

  /** True if no more may wait. */
  synchronized boolean isFull() {
    return waiting.size() >= LONGEST;
  }

  /** Has an upload wait for its turn; or gives it the place that has become free. */
  void join(WaitingUpload upload) {
    synchronized (this) {
      if (free == 0) {
        waiting.add(upload);
        return;
      }
      free--;
    }
    if (!upload.begin()) {
      giveBack();
    }
  }

  /** It waits no longer. */
  synchronized void leave(WaitingUpload upload) {
    waiting.remove(upload);
  }

  /** Gives a place back, to the next who still waits. */
  void giveBack() {
    WaitingUpload next = next();
    while (next != null && !next.begin()) {
      next = next();
    }
  }

  private synchronized WaitingUpload next() {
    WaitingUpload next = waiting.poll();
    if (next == null) {
      free++;
    }
    return next;
  }
}

package dev.accepted.engine;

import dev.accepted.store.JournalQueries;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the journal as long as it is to be kept, and no longer. What is to go is known by marks:
 * how far the journal had come at a time. A server that has just started has none yet, so it keeps
 * everything for as long again.
 */
final class Chronicler {

  private static final int BATCH = 2_000;

  private final Core core;

  /** Oldest first. */
  private final Deque<Mark> marks = new ArrayDeque<>();

  Chronicler(Core core) {
    this.core = core;
  }

  private record Mark(Instant at, long number) {}

  /** Drops what is old, batch by batch; tells how many entries those were. */
  CompletableFuture<Integer> runOnce() {
    Instant now = core.clock().instant();
    long newest = core.database().read(JournalQueries::newest);
    long old = mark(now, newest);
    return old == 0 ? CompletableFuture.completedFuture(0) : prune(old, 0);
  }

  /** Sets a mark, and returns up to where everything is old; 0 if that isn't known. */
  private synchronized long mark(Instant now, long newest) {
    marks.add(new Mark(now, newest));
    Instant keep = now.minus(core.settings().history());
    long old = 0;
    for (Mark first = marks.peek();
        first != null && !first.at().isAfter(keep);
        first = marks.peek()) {
      old = first.number();
      marks.remove();
    }
    return old;
  }

  private CompletableFuture<Integer> prune(long upTo, int before) {
    return core.writer()
        .write(session -> JournalQueries.prune(session, upTo, BATCH))
        .thenCompose(
            dropped ->
                dropped < BATCH
                    ? CompletableFuture.completedFuture(before + dropped)
                    : prune(upTo, before + dropped));
  }
}

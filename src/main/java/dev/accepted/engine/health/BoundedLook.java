package dev.accepted.engine.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question to something that may be slow or hang, for those who ask often and can't wait long.
 * Whatever they do, it is put once at a time and on one thread; its answer is remembered for a
 * while, and the longer the slower it came, so that asking never takes more than a twentieth of one
 * core.
 */
public final class BoundedLook<T> {

  private static final int REST = 20;

  private final Supplier<T> question;
  private final Executor executor;
  private final Clock clock;
  private final Duration remembered;
  private final Duration patience;
  private @Nullable Asked<T> last;

  /**
   * Makes one.
   *
   * @param remembered how long an answer is remembered at least, and a failure, too
   * @param patience how long after the question was put its answer is waited for, in real time
   */
  public BoundedLook(
      Supplier<T> question,
      Executor executor,
      Clock clock,
      Duration remembered,
      Duration patience) {
    this.question = question;
    this.executor = executor;
    this.clock = clock;
    this.remembered = remembered;
    this.patience = patience;
  }

  /** The question, put at a time. */
  private record Asked<T>(
      Instant at, long atNanos, CompletableFuture<T> answer, CompletableFuture<Instant> end) {

    boolean isOld(Instant now, Duration remembered) {
      Instant ended = end.getNow(Instant.MAX);
      if (ended.equals(Instant.MAX)) {
        return false;
      }
      Duration rest = Duration.between(at, ended).multipliedBy(REST);
      Duration life = rest.compareTo(remembered) > 0 ? rest : remembered;
      return now.isBefore(at) || !now.isBefore(ended.plus(life));
    }
  }

  /** The answer; empty if there is none in time, or if looking failed. */
  public Optional<T> answer() {
    try {
      Asked<T> asked = ask();
      long left = patience.toNanos() - (System.nanoTime() - asked.atNanos());
      return Optional.of(asked.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException none) {
      return Optional.empty();
    }
  }

  private synchronized Asked<T> ask() {
    Asked<T> asked = last;
    if (asked == null || asked.isOld(clock.instant(), remembered)) {
      asked =
          new Asked<>(
              clock.instant(),
              System.nanoTime(),
              new CompletableFuture<>(),
              new CompletableFuture<>());
      last = asked;
      put(asked);
    }
    return asked;
  }

  private void put(Asked<T> asked) {
    try {
      executor.execute(() -> look(asked));
    } catch (RejectedExecutionException stopping) {
      asked.answer().completeExceptionally(stopping);
      asked.end().complete(clock.instant());
    }
  }

  private void look(Asked<T> asked) {
    try {
      T found = question.get();
      asked.end().complete(clock.instant());
      asked.answer().complete(found);
    } catch (RuntimeException failed) {
      asked.end().complete(clock.instant());
      asked.answer().completeExceptionally(failed);
    }
  }
}

package dev.accepted.http.job;

import dev.accepted.events.JobEvents;
import dev.accepted.events.Subscription;
import dev.accepted.job.JobId;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ConnectionCallback;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Holds requests until their job has come far enough; none takes a thread meanwhile. */
public final class Waiting {

  private Waiting() {}

  /**
   * Answers as soon as {@code look} has an answer, and with {@code late} when time is up.
   * Subscribes before it looks for the first time, so that no change is missed.
   *
   * @param look called at once and after each change, maybe by several threads; may throw a problem
   */
  public static <T> void hold(
      JobEvents events,
      AsyncResponse response,
      JobId id,
      Duration atMost,
      Supplier<Optional<T>> look,
      Supplier<T> late) {
    Subscription subscription = events.subscribe(id, event -> answer(response, look));
    response.register((CompletionCallback) outcome -> subscription.close());
    response.register((ConnectionCallback) gone -> subscription.close());
    response.setTimeoutHandler(timedOut -> answer(timedOut, () -> Optional.of(late.get())));
    response.setTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
    answer(response, look);
    if (response.isDone()) {
      // A change may have come before the callbacks were there to hear of the end.
      subscription.close();
    }
  }

  private static <T> void answer(AsyncResponse response, Supplier<Optional<T>> look) {
    if (response.isDone()) {
      return;
    }
    try {
      // resume() does nothing but return false if another thread was quicker
      look.get().ifPresent(response::resume);
    } catch (RuntimeException problem) {
      response.resume(problem);
    }
  }
}

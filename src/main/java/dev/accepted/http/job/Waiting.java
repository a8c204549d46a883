package dev.accepted.http.job;

import dev.accepted.events.JobEvents;
import dev.accepted.events.JobListener;
import dev.accepted.events.Subscription;
import dev.accepted.job.JobEvent;
import dev.accepted.job.JobId;
import dev.accepted.metrics.WaitingRequests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ConnectionCallback;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Holds requests until their job has come far enough; none takes a thread meanwhile. */
@Dependent
public class Waiting {

  private final JobEvents events;
  private final WaitingRequests requests;

  @Inject
  Waiting(JobEvents events, WaitingRequests requests) {
    this.events = events;
    this.requests = requests;
  }

  /**
   * Answers as soon as {@code look} has an answer, and with {@code late} when time is up or this
   * server stops. Subscribes before it looks for the first time, so that no change is missed.
   *
   * @param look called at once and after each change, maybe by several threads; may throw a problem
   */
  public <T> void hold(
      AsyncResponse response,
      JobId id,
      Duration atMost,
      Supplier<Optional<T>> look,
      Supplier<T> late) {
    hold(response, id, atMost, look, late, given -> {});
  }

  /**
   * The same, and tells what was answered, unless it was a problem.
   *
   * @param given told once
   */
  public <T> void hold(
      AsyncResponse response,
      JobId id,
      Duration atMost,
      Supplier<Optional<T>> look,
      Supplier<T> late,
      Consumer<T> given) {
    Held<T> held = new Held<>(response, look, late, given);
    Runnable waits = requests.begin();
    Subscription listens = events.subscribe(id, held);
    Runnable end =
        () -> {
          listens.close();
          waits.run();
        };
    response.register((CompletionCallback) outcome -> end.run());
    response.register((ConnectionCallback) gone -> end.run());
    response.setTimeoutHandler(timedOut -> held.ended());
    response.setTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
    held.answer(look);
    if (response.isDone()) {
      // A change may have come before the callbacks were there to hear of the end.
      end.run();
    }
  }

  /** A request that is held. */
  private record Held<T>(
      AsyncResponse response, Supplier<Optional<T>> look, Supplier<T> late, Consumer<T> given)
      implements JobListener {

    @Override
    public void changed(JobEvent event) {
      answer(look);
    }

    @Override
    public void ended() {
      answer(() -> Optional.of(late.get()));
    }

    void answer(Supplier<Optional<T>> found) {
      if (response.isDone()) {
        return;
      }
      try {
        found.get().ifPresent(this::give);
      } catch (RuntimeException problem) {
        stopTimer(response);
        response.resume(problem);
      }
    }

    private void give(T answer) {
      stopTimer(response);
      // does nothing but return false if another thread was quicker
      if (response.resume(answer)) {
        given.accept(answer);
      }
    }
  }

  /** RESTEasy leaves it running; a server that stops meanwhile complains of each. */
  private static void stopTimer(AsyncResponse response) {
    response.setTimeout(AsyncResponse.NO_TIMEOUT, TimeUnit.MILLISECONDS);
  }
}

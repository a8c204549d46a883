package dev.accepted.http.simulator;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Requests whose answer is to come late; none takes a thread meanwhile. */
@ApplicationScoped
public class Sleepers {

  /** Each has a connection and some kilobytes. */
  private static final int MOST = 500;

  private static final int LATER = 5;

  private final Map<AsyncResponse, Supplier<Response>> held = new ConcurrentHashMap<>();

  /**
   * Answers after that time, or when this server stops.
   *
   * @throws Problem 503 if as many are held as may be
   */
  public void hold(AsyncResponse response, Duration time, Supplier<Response> answer) {
    Map<AsyncResponse, Supplier<Response>> here = held;
    if (here.size() >= MOST) {
      throw Problem.later(
          ProblemType.TOO_MANY_SLEEPERS,
          "%d requests are held by the simulator already.".formatted(MOST),
          LATER);
    }
    here.put(response, answer);
    response.register((CompletionCallback) outcome -> here.remove(response));
    response.setTimeoutHandler(slept -> wake(here, slept));
    response.setTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void wake(Map<AsyncResponse, Supplier<Response>> held, AsyncResponse response) {
    Supplier<Response> answer = held.remove(response);
    if (answer != null) {
      response.resume(answer.get());
    }
  }

  /** Before the server takes the application away. */
  void wakeAll(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
    for (AsyncResponse response : held.keySet()) {
      response.setTimeout(AsyncResponse.NO_TIMEOUT, TimeUnit.MILLISECONDS);
      wake(held, response);
    }
  }
}

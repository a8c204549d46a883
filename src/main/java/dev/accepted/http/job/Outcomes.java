package dev.accepted.http.job;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers when the engine has done what it was asked for. */
public final class Outcomes {

  private Outcomes() {}

  /**
   * Answers with what {@code answer} makes of the outcome.
   *
   * @param answer may throw a problem
   */
  public static <T> void answer(
      AsyncResponse response, CompletionStage<T> outcome, Function<T, Response> answer) {
    outcome
        .thenApply(answer)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                response.resume(done);
              } else {
                response.resume(Refusals.cause(failure));
              }
            });
  }
}

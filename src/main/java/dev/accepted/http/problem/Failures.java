package dev.accepted.http.problem;

import dev.accepted.engine.logging.LoggedFailure;
import dev.accepted.http.header.InvalidHeader;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Makes a problem of anything thrown. */
final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  static Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof InvalidHeader invalid) {
      return Problem.of(ProblemType.INVALID_HEADER, invalid.detail())
          .with("header", invalid.header());
    }
    if (failure instanceof UnreadableBody) {
      return Problem.of(ProblemType.BAD_REQUEST, "The body ended before it was complete.");
    }
    if (failure instanceof WebApplicationException refused
        && refused.getResponse().getStatus() < 500) {
      return FrameworkRefusals.problem(refused);
    }
    if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
      return problem(wrapped.getCause());
    }
    return internal(failure);
  }

  private static Problem internal(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "a request failed, reference " + reference, LoggedFailure.of(failure));
    return Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to answer the request.")
        .with("reference", reference);
  }
}

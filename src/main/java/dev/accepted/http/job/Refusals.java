package dev.accepted.http.job;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What the engine turns down, as problems. */
public final class Refusals {

  private static final int SOON = 1;
  private static final int LATER = 5;
  private static final int MUCH_LATER = 3600;

  private Refusals() {}

  /** The failure of a stage: as a problem if it is a refusal, else as it is. */
  public static Throwable cause(Throwable failure) {
    return cause(failure, "");
  }

  /**
   * The same where the input was but a part of the body.
   *
   * @param input JSON Pointer to it
   */
  public static Throwable cause(Throwable failure, String input) {
    if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
      return cause(wrapped.getCause(), input);
    }
    if (failure instanceof Refusal.Unprocessable invalid) {
      return Problem.of(ProblemType.INVALID_INPUT, invalid.explanation())
          .with("errors", errors(invalid, input));
    }
    return failure instanceof Refusal refusal ? problem(refusal) : failure;
  }

  /** The same for a refusal. */
  public static Problem problem(Refusal refusal) {
    String detail = refusal.explanation();
    if (refusal instanceof Refusal.InvalidOption invalid) {
      return Problem.parameter(invalid.option(), "\"%s\": %s.".formatted(invalid.option(), detail));
    }
    if (refusal instanceof Refusal.UnknownType) {
      return Problem.of(ProblemType.UNKNOWN_JOB_TYPE, detail);
    }
    if (refusal instanceof Refusal.KeyReused) {
      return Problem.of(ProblemType.KEY_REUSED, detail);
    }
    if (refusal instanceof Refusal.KeyInProgress) {
      return Problem.later(ProblemType.KEY_IN_PROGRESS, detail, SOON);
    }
    if (refusal instanceof Refusal.TypeUnavailable) {
      return Problem.later(ProblemType.TYPE_UNAVAILABLE, detail, MUCH_LATER);
    }
    if (refusal instanceof Refusal.QuotaExceeded exceeded) {
      return QuotaProblems.of(exceeded);
    }
    if (refusal instanceof Refusal.UploadUnusable unusable) {
      return Problem.of(
          unusable.isThere() ? ProblemType.UPLOAD_INCOMPLETE : ProblemType.UPLOAD_NOT_FOUND,
          detail);
    }
    return refusal instanceof Refusal.QueueFull
        ? Problem.later(ProblemType.QUEUE_FULL, detail, LATER)
        : Problem.later(ProblemType.STORE_UNAVAILABLE, detail, LATER);
  }

  private static List<Violation> errors(Refusal.Unprocessable invalid, String input) {
    return invalid.violations().stream()
        .map(error -> new Violation(input + error.pointer(), error.detail()))
        .toList();
  }
}

package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.engine.logging.Printable;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.store.Schedule.Run;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a time of a schedule has no job, as its row and the log tell it.
 *
 * @param code for programs
 * @param message for people; it needs no list beside it
 */
record RefusedRun(String code, String message) {

  private static final int LONGEST = 1000;

  /** What a refusal says; or that the server failed, if it is none. */
  static RefusedRun of(RuntimeException failure) {
    String code = SubmissionOutcome.of(failure).name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new RefusedRun(code, Printable.line(message(failure), LONGEST));
  }

  /** As it is stored for that time. */
  Run at(Instant time) {
    return Run.refused(time, code, message);
  }

  private static String message(RuntimeException failure) {
    if (failure instanceof Refusal.Unprocessable invalid) {
      return invalid.violations().stream()
          .map(RefusedRun::sentence)
          .collect(Collectors.joining("; ", invalid.explanation() + ' ', ""));
    }
    if (failure instanceof Refusal.InvalidOption invalid) {
      return "\"%s\": %s.".formatted(invalid.option(), invalid.explanation());
    }
    return failure instanceof Refusal refusal
        ? refusal.explanation()
        : "The server failed; its log tells more.";
  }

  private static String sentence(Violation violation) {
    return violation.pointer().isEmpty()
        ? violation.detail()
        : violation.pointer() + ": " + violation.detail();
  }
}

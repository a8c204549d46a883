package dev.accepted.types.simulations;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is to act out, every default filled in.
 *
 * @param duration of a whole run
 * @param steps of equal length that it is cut into
 * @param outcome how the run ends
 * @param failAt percent of the duration after which an attempt that doesn't succeed ends
 * @param succeedOnAttempt the first attempt that gets to the outcome; those before it fail
 * @param message what to say of the end; null for a sentence of our own
 * @param faults of the answers that tell of it, which are none of the run's business
 */
record Script(
    Duration duration,
    int steps,
    Outcome outcome,
    int failAt,
    int succeedOnAttempt,
    @Nullable String message,
    List<String> faults) {

  static final int DEFAULT_STEPS = 10;

  private static final int PERCENT = 100;

  static Script of(SimulationParameters parameters) {
    return new Script(
        parameters.duration(),
        Objects.requireNonNullElse(parameters.steps(), DEFAULT_STEPS),
        Objects.requireNonNullElse(parameters.outcome(), Outcome.succeeded),
        Objects.requireNonNullElse(parameters.failAt(), PERCENT),
        Objects.requireNonNullElse(parameters.succeedOnAttempt(), 1),
        parameters.message(),
        Objects.requireNonNullElse(parameters.faults(), List.of()));
  }

  /** Whether that attempt ends with a failure after which another may come. */
  boolean failsFirst(int attempt) {
    return attempt < succeedOnAttempt;
  }

  /** How long after its start that attempt ends. */
  Duration end(int attempt) {
    boolean whole = outcome == Outcome.succeeded && !failsFirst(attempt);
    return whole ? duration : duration.multipliedBy(failAt).dividedBy(PERCENT);
  }

  /** How long after the start that many steps are done. */
  Duration endOf(int step) {
    return duration.multipliedBy(step).dividedBy(steps);
  }

  /** What to say of the end. */
  String saying(String ownWords) {
    return message == null ? ownWords : message;
  }
}

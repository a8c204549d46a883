package dev.accepted.engine.intake;

import dev.accepted.job.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what is wrong with a body, so that its client is told all of it at once. */
final class Check {

  private final List<Violation> violations = new ArrayList<>();

  /** A part that is wrong if reading it throws an {@link IllegalArgumentException}. */
  <T> T part(String pointer, T otherwise, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException unusable) {
      wrong(pointer, String.valueOf(unusable.getMessage()));
      return otherwise;
    }
  }

  /** A part is wrong. */
  void wrong(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }

  /**
   * Passes if nothing was wrong.
   *
   * @param message what there can't be, in a sentence
   * @throws Refusal.Unprocessable with pointers to what was
   */
  void end(String message) {
    if (!violations.isEmpty()) {
      throw new Refusal.Unprocessable(message, violations);
    }
  }
}

package dev.accepted.job;

import java.util.List;

/** The input can't be accepted; answered with 422 before anything is stored. */
public final class InvalidInput extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * One thing that is wrong.
   *
   * @param pointer JSON Pointer (RFC 6901) into the input; empty for the input as a whole
   * @param detail what is wrong, for people
   */
  public record Violation(String pointer, String detail) {}

  private final transient List<Violation> violations;

  public InvalidInput(List<Violation> violations) {
    super("invalid input: " + violations);
    this.violations = List.copyOf(violations);
  }

  /** A single violation. */
  public static InvalidInput at(String pointer, String detail) {
    return new InvalidInput(List.of(new Violation(pointer, detail)));
  }

  /** At least one. */
  public List<Violation> violations() {
    return violations;
  }
}

package dev.accepted.http.request;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;

/**
 * What a caller may do to what it sees: what it doesn't see is looked for before, and not found.
 */
public final class Permissions {

  private Permissions() {}

  /**
   * Passes if the caller may change what belongs to that owner.
   *
   * @throws Problem 403 if it may not
   */
  public static void toChange(Caller caller, String owner) {
    if (!caller.changes().include(owner)) {
      Role missing = caller.owner().equals(owner) ? Role.SUBMIT : Role.ADMIN;
      String role = missing.wireName();
      throw Problem.of(
              ProblemType.NOT_ALLOWED,
              "This can be seen, but not changed: that takes the role %s.".formatted(role))
          .with("role", role);
    }
  }
}

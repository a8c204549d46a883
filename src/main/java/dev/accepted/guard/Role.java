package dev.accepted.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do, beyond what concerns everybody. */
public enum Role {
  /** Submit jobs; see, cancel, retry and remove its own. */
  SUBMIT,
  /** See everybody's, of its tenant if it has one; change nothing. */
  OBSERVE,
  /**
   * See and change everybody's, of its tenant if it has one; without a tenant also what belongs to
   * the server.
   */
  ADMIN;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Its name in settings, tokens and answers. */
  public String wireName() {
    return wireName;
  }

  /** The role of that name. */
  public static Optional<Role> named(String name) {
    return Stream.of(values()).filter(role -> role.wireName.equals(name)).findFirst();
  }
}

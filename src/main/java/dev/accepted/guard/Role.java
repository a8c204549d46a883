package dev.accepted.guard;

/** What a caller may do, beyond what concerns everybody. */
public enum Role {
  /** Submit jobs; see, cancel, retry and remove its own. */
  SUBMIT,
  /** See everybody's, of its tenant if it has one; change nothing. */
  OBSERVE,
  /** See and change everybody's, of its tenant if it has one, and what belongs to the server. */
  ADMIN
}

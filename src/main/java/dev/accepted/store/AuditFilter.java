package dev.accepted.store;

import dev.accepted.job.ActKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit log are asked for; what is empty admits all.
 *
 * @param tenant whose the thing is that something was done to
 * @param actor the owner text of who did it
 * @param subject the id or the name of the thing
 * @param from done then or later
 * @param to done before
 */
public record AuditFilter(
    Optional<String> tenant,
    Optional<ActKind> act,
    Optional<String> actor,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to) {

  /** All of them. */
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}

package dev.accepted.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An act as the audit log has it.
 *
 * @param number higher than those of all entries that this server wrote before
 * @param act the name of its {@link ActKind}, or of one that only a newer server knows
 * @param tenant as in {@link Act}, and so are the subject and the detail
 */
public record AuditEntry(
    long number,
    Instant at,
    Actor actor,
    String act,
    String subject,
    Optional<String> tenant,
    Map<String, String> detail) {}

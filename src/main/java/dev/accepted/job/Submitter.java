package dev.accepted.job;

/**
 * Who submits a job.
 *
 * @param owner as jobs name their owners: {@code tenant/name} or {@code name}
 * @param administers whether it may change everybody's jobs, of its tenant if it has one
 */
public record Submitter(String owner, boolean administers) {}

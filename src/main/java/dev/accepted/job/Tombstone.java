package dev.accepted.job;

import java.time.Instant;

/**
 * What is left of a job that the server has expired.
 *
 * @param status how it finished
 * @param finishedAt when it finished
 * @param expiredAt when its result and status monitor were dropped
 */
public record Tombstone(
    JobId id, String owner, String type, JobStatus status, Instant finishedAt, Instant expiredAt) {}

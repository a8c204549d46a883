package dev.accepted.job;

import java.time.Instant;

/**
 * One line of a job's log.
 *
 * @param number grows within the job, from 1
 * @param attempt the attempt that wrote it
 */
public record LogLine(long number, int attempt, Instant at, String text) {}

package dev.accepted.job;

import java.time.Instant;

/**
 * Why an attempt ended without a result.
 *
 * @param attempt which attempt, from 1
 * @param at when it ended
 * @param code stable, for programs: lower case, hyphens
 * @param message for people
 */
public record AttemptError(int attempt, Instant at, String code, String message) {}

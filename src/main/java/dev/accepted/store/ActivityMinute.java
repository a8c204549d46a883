package dev.accepted.store;

import java.time.Instant;

/**
 * What was counted of a job type in a minute.
 *
 * @param at when the minute began
 * @param waits how long jobs waited for their start: a histogram's text
 * @param durations how long finished jobs took: a histogram's text
 */
public record ActivityMinute(
    Instant at,
    String type,
    long submitted,
    long succeeded,
    long failed,
    long canceled,
    String waits,
    String durations) {}

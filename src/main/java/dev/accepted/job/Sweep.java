package dev.accepted.job;

import java.util.function.Predicate;

/**
 * Told now and then to whoever keeps something for jobs: what belongs to none that is alive may go.
 *
 * @param alive true for a job that is there and has not finished
 */
public record Sweep(Predicate<JobId> alive) {}

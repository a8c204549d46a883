package dev.accepted.store;

import dev.accepted.job.JobId;
import java.util.Optional;

/**
 * How many jobs a look has found.
 *
 * @param next where to go on: older jobs have not been looked at; empty if none is left
 */
public record CountedJobs(long number, Optional<JobId> next) {}

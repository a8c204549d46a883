/**
 * The vocabulary of jobs and the interface through which job types are plugged in.
 *
 * <p>Plain Java: nothing here knows HTTP, SQL or the server. Every other package may use this one;
 * this one uses the JDK only. Whoever adds a job type needs {@link dev.accepted.job.JobType},
 * {@link dev.accepted.job.JobDefinition} and {@link dev.accepted.job.JobContext}, and the {@link
 * dev.accepted.job.JobFailure}s a body may throw.
 */
@NullMarked
package dev.accepted.job;

import org.jspecify.annotations.NullMarked;

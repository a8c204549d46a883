package dev.accepted.engine.answers;

import dev.accepted.job.Job;
import java.util.List;

/**
 * A page of a list of jobs, newest first.
 *
 * @param more whether older ones match, too
 */
public record JobPage(List<Job> jobs, boolean more) {}

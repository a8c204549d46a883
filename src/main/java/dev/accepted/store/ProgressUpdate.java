package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.LogLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a running attempt has said since the last time.
 *
 * @param job the job with its newest progress; its claim guards the row
 * @param checkpoint null if there is no new one
 * @param lines new lines of its log
 * @param further whether it has come further, or says something else
 */
public record ProgressUpdate(
    Job job, @Nullable String checkpoint, List<LogLine> lines, boolean further) {}

package dev.accepted.store;

import dev.accepted.job.JobStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a list shows; all conditions hold at once.
 *
 * @param statuses any of these; empty for all
 * @param type a job type's name; null for all
 * @param labels all of these
 * @param text found, whatever its case, in the type, the file's name, a label, the progress message
 *     or an error; null for all
 * @param submittedAfter exclusive; null for no bound
 * @param submittedBefore exclusive; null for no bound
 */
public record JobFilter(
    Set<JobStatus> statuses,
    @Nullable String type,
    Map<String, String> labels,
    @Nullable String text,
    @Nullable Instant submittedAfter,
    @Nullable Instant submittedBefore) {

  /** Every job. */
  public static final JobFilter ALL = new JobFilter(Set.of(), null, Map.of(), null, null, null);
}

package dev.accepted.store;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The same for jobs of any of these statuses. */
  public JobFilter with(Set<JobStatus> only) {
    return new JobFilter(only, type, labels, text, submittedAfter, submittedBefore);
  }

  /** True if the list would show this job, as {@link JobList} has it from the store. */
  public boolean shows(Job job) {
    Instant at = job.submission().submittedAt();
    return (statuses.isEmpty() || statuses.contains(job.status()))
        && (type == null || type.equals(job.type()))
        && job.options().labels().entrySet().containsAll(labels.entrySet())
        && (submittedAfter == null || at.isAfter(submittedAfter))
        && (submittedBefore == null || at.isBefore(submittedBefore))
        && (text == null || says(job, text.toLowerCase(Locale.ROOT)));
  }

  private static boolean says(Job job, String lower) {
    ContentInfo file = job.submission().file();
    Stream<@Nullable String> head =
        Stream.of(
            job.type(), file == null ? null : file.fileName(), job.state().progress().message());
    Stream<String> labels =
        job.options().labels().entrySet().stream()
            .flatMap(label -> Stream.of(label.getKey(), label.getValue()));
    Stream<String> errors =
        job.state().errors().stream().flatMap(error -> Stream.of(error.code(), error.message()));
    return Stream.of(head, labels, errors)
        .flatMap(texts -> texts)
        .anyMatch(said -> said != null && said.toLowerCase(Locale.ROOT).contains(lower));
  }
}

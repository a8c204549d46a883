package dev.accepted.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are meant, of those that somebody may see or change: what a list shows, and what is
 * acted upon in bulk. All conditions hold at once.
 *
 * @param statuses any of these; empty for all
 * @param types any of these, by name; empty for all
 * @param labels all of these
 * @param text found, whatever its case, in the type, the file's name, a label, the progress
 *     message, an error or, as it is stored, the JSON of the input; null for all
 * @param submittedAfter exclusive; null for no bound
 * @param submittedBefore exclusive; null for no bound
 * @param owner only that one's, as jobs name their owners; null for all
 * @param exceptType none of this type; null for no such exception
 */
public record JobFilter(
    Set<JobStatus> statuses,
    Set<String> types,
    Map<String, String> labels,
    @Nullable String text,
    @Nullable Instant submittedAfter,
    @Nullable Instant submittedBefore,
    @Nullable String owner,
    @Nullable String exceptType) {

  /** Every job. */
  public static final JobFilter ALL = new JobFilter(Set.of(), null, Map.of(), null, null, null);

  /** One that asks for no owner, and for one type or, if that is null, all. */
  public JobFilter(
      Set<JobStatus> statuses,
      @Nullable String type,
      Map<String, String> labels,
      @Nullable String text,
      @Nullable Instant submittedAfter,
      @Nullable Instant submittedBefore) {
    this(
        statuses,
        type == null ? Set.of() : Set.of(type),
        labels,
        text,
        submittedAfter,
        submittedBefore,
        null,
        null);
  }

  /** The same for jobs of any of these statuses. */
  public JobFilter with(Set<JobStatus> only) {
    return new JobFilter(
        only, types, labels, text, submittedAfter, submittedBefore, owner, exceptType);
  }

  /** The same of one owner's jobs; null for all. */
  public JobFilter ofOwner(@Nullable String one) {
    return new JobFilter(
        statuses, types, labels, text, submittedAfter, submittedBefore, one, exceptType);
  }

  /**
   * True if the list would show this job, as the store would find it, but for what is said in its
   * input only: of that a job doesn't tell.
   */
  public boolean shows(Job job) {
    Instant at = job.submission().submittedAt();
    return hasStatusOf(job)
        && (types.isEmpty() || types.contains(job.type()))
        && !job.type().equals(exceptType)
        && (owner == null || owner.equals(job.owner()))
        && job.options().labels().entrySet().containsAll(labels.entrySet())
        && (submittedAfter == null || at.isAfter(submittedAfter))
        && (submittedBefore == null || at.isBefore(submittedBefore))
        && (text == null || says(job, text.toLowerCase(Locale.ROOT)));
  }

  /** True if the job's status is one that is meant. */
  public boolean hasStatusOf(Job job) {
    return statuses.isEmpty() || statuses.contains(job.status());
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

package dev.accepted.store;

import dev.accepted.job.JobFilter;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Whose jobs, and which of them, as conditions on the table {@code job}. Their text is put together
 * from constants; every value is bound.
 */
final class JobConditions {

  private final StringJoiner text = new StringJoiner("\n  and ");
  private final List<Object> arguments = new ArrayList<>();

  private JobConditions(Owners owners, JobFilter filter) {
    OwnerCondition condition = OwnerCondition.of(owners);
    and(condition.text(), condition.arguments().toArray());
    filter(filter);
  }

  /** All that must hold of a job. */
  static JobConditions of(Owners owners, JobFilter filter) {
    return new JobConditions(owners, filter);
  }

  /** SQL; never empty. */
  String text() {
    return text.toString();
  }

  /** What is bound in it, and what else its statement binds behind that. */
  Object[] argumentsWith(List<Object> more) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(more);
    return all.toArray();
  }

  private void filter(JobFilter filter) {
    among("status", filter.statuses().stream().map(JobStatus::wireName).sorted().toList());
    among("type", filter.types().stream().sorted().toList());
    if (filter.exceptType() != null) {
      and("type <> ?", filter.exceptType());
    }
    if (filter.owner() != null) {
      and("owner = ?", filter.owner());
    }
    filter
        .labels()
        .forEach(
            (name, value) ->
                and(
                    "exists (select 1 from job_label where job_id = id and name = ? and text = ?)",
                    name,
                    value));
    if (filter.submittedAfter() != null) {
      and("submitted_at > ?", filter.submittedAfter());
    }
    if (filter.submittedBefore() != null) {
      and("submitted_at < ?", filter.submittedBefore());
    }
    if (filter.text() != null) {
      containing(filter.text());
    }
  }

  private void among(String column, Collection<String> values) {
    if (!values.isEmpty()) {
      and(
          "%s in (%s)".formatted(column, ", ?".repeat(values.size()).substring(2)),
          values.toArray());
    }
  }

  private void containing(String words) {
    String pattern = '%' + LikePattern.escaped(words.toLowerCase(Locale.ROOT)) + '%';
    and(
        """
        (lower(type) like ? escape '!' or lower(input_file_name) like ? escape '!'
            or lower(labels) like ? escape '!' or lower(progress_message) like ? escape '!'
            or lower(errors) like ? escape '!' or lower(input) like ? escape '!')""",
        pattern,
        pattern,
        pattern,
        pattern,
        pattern,
        pattern);
  }

  private void and(String condition, Object... values) {
    text.add(condition);
    arguments.addAll(List.of(values));
  }
}

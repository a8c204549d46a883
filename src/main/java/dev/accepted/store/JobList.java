package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The query behind a list of jobs: newest first, which is the order of their ids, and paged by id.
 * The text of the query is put together from the constant conditions below; every value is bound.
 */
public final class JobList {

  private final StringJoiner conditions = new StringJoiner("\n  and ");
  private final List<Object> arguments = new ArrayList<>();

  private JobList(Owners owners, JobFilter filter, @Nullable JobId before) {
    OwnerCondition condition = OwnerCondition.of(owners);
    and(condition.text(), condition.arguments().toArray());
    if (before != null) {
      and("id < ?", before.value());
    }
    filter(filter);
  }

  /**
   * A page.
   *
   * @param before jobs older than this one; null for the first page
   */
  public static List<Job> read(
      Session session, Owners owners, JobFilter filter, int limit, @Nullable JobId before)
      throws SQLException {
    JobList query = new JobList(owners, filter, before);
    query.arguments.add(limit);
    return session.list(query.text(owners), JobRow::job, query.arguments.toArray());
  }

  /** The statement of such a page. */
  static String text(Owners owners, JobFilter filter, @Nullable JobId before) {
    return new JobList(owners, filter, before).text(owners);
  }

  private String text(Owners owners) {
    return "select %s from job where %s order by %s limit ?"
        .formatted(JobRow.COLUMNS, conditions, order(owners));
  }

  /** H2 goes by an index only if its columns lead the order. */
  private static String order(Owners owners) {
    return owners instanceof Owners.Only ? "owner desc, id desc" : "id desc";
  }

  private void filter(JobFilter filter) {
    if (!filter.statuses().isEmpty()) {
      and(
          "status in (%s)".formatted(", ?".repeat(filter.statuses().size()).substring(2)),
          filter.statuses().stream().map(JobStatus::wireName).toArray());
    }
    if (filter.type() != null) {
      and("type = ?", filter.type());
    }
    filter
        .labels()
        .forEach(
            (name, text) ->
                and(
                    "exists (select 1 from job_label where job_id = id and name = ? and text = ?)",
                    name,
                    text));
    submitted("submitted_at > ?", filter.submittedAfter());
    submitted("submitted_at < ?", filter.submittedBefore());
    if (filter.text() != null) {
      containing(filter.text());
    }
  }

  private void submitted(String condition, @Nullable Instant bound) {
    if (bound != null) {
      and(condition, bound);
    }
  }

  private void containing(String text) {
    String pattern = '%' + LikePattern.escaped(text.toLowerCase(Locale.ROOT)) + '%';
    and(
        """
        (lower(type) like ? escape '!' or lower(input_file_name) like ? escape '!'
            or lower(labels) like ? escape '!' or lower(progress_message) like ? escape '!'
            or lower(errors) like ? escape '!')""",
        pattern,
        pattern,
        pattern,
        pattern,
        pattern);
  }

  private void and(String condition, Object... values) {
    conditions.add(condition);
    arguments.addAll(List.of(values));
  }
}

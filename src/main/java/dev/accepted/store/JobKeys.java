package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Ids of jobs, newest first, as they stand in an index: to read the next of them takes as long as
 * they are many, however many jobs there are.
 *
 * @param parts each is the rest of one statement from its table on, and the values that are bound
 *     in it; no job is in two of them
 * @param exact whether all of these jobs are meant: none is left out by what else is asked for
 */
record JobKeys(List<Part> parts, boolean exact) {

  /** The condition of the index by type and status. */
  static final String EVERY_ID = "id >= '00000000-0000-0000-0000-000000000000'";

  /**
   * A part of an index that has ids in their order.
   *
   * @param where a condition on the columns that lead the index, with an {@code and} behind it
   * @param order those columns, descending, with a comma behind them: H2 goes by an index only if
   *     its first columns lead the order
   */
  record Part(String id, String table, String where, String order, List<Object> arguments) {

    /** All jobs there are. */
    static final Part ALL = new Part("id", "job", "", "", List.of());

    static Part ofOwner(String owner) {
      return new Part("id", "job", "owner = ? and", "owner desc,", List.of(owner));
    }

    /** PostgreSQL goes by this index for whoever says what all ids are, and for nobody else. */
    static Part ofKind(String type, String status) {
      return new Part(
          "id",
          "job",
          "type = ? and status = ? and " + EVERY_ID + " and",
          "type desc, status desc,",
          List.of(type, status));
    }

    static Part ofLabel(String name, String text) {
      return new Part(
          "job_id",
          "job_label",
          "name = ? and text = ? and",
          "name desc, text desc,",
          List.of(name, text));
    }

    /** The statement that finds them. */
    String text() {
      return select(id + " as id");
    }

    /**
     * One that finds these columns of theirs, with the same parameters: the part's own, the bounds
     * of the ids, and how many.
     */
    String select(String columns) {
      return "select %5$s from %2$s where %3$s %1$s >= ? and %1$s < ? order by %4$s %1$s desc limit ?"
          .formatted(id, table, where, order, columns);
    }

    private Object[] arguments(IdRange range, int limit) {
      List<Object> all = new ArrayList<>(arguments);
      Collections.addAll(all, range.from(), range.before(), limit);
      return all.toArray();
    }
  }

  /** Whether they are exactly those of one part of an index over the jobs themselves. */
  boolean areRows() {
    return exact && parts.size() == 1 && parts.get(0).table().equals("job");
  }

  /** Whether they are all jobs there are. */
  boolean areAll() {
    return parts.contains(Part.ALL);
  }

  /**
   * The next ones, newest first. Each part is a statement of its own: in a union of them, H2 keeps
   * to the limit that was bound first.
   */
  List<UUID> next(Session session, IdRange range, int limit) throws SQLException {
    List<JobId> all = new ArrayList<>();
    for (Part part : parts) {
      all.addAll(
          session.list(
              part.text(), row -> new JobId(row.uuid("id")), part.arguments(range, limit)));
    }
    all.sort(Comparator.reverseOrder());
    return all.stream().limit(limit).map(JobId::value).toList();
  }

  /** Their jobs, where they are {@link #areRows rows}. */
  List<Job> jobs(Session session, IdRange range, int limit) throws SQLException {
    Part part = parts.get(0);
    return session.list(part.select(JobRow.COLUMNS), JobRow::job, part.arguments(range, limit));
  }
}

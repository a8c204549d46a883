package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be asked of the journal. */
public final class JournalQueries {

  private static final String ENTRIES = "select " + JournalRow.COLUMNS + " from event where ";

  private JournalQueries() {}

  /** Entries above a number, up to another, in order. */
  public static List<JournalEntry> between(Session session, long after, long upTo, int limit)
      throws SQLException {
    return entries(
        session, "number > ? and number <= ? order by number limit ?", after, upTo, limit);
  }

  /** The same, of the jobs of these owners. */
  public static List<JournalEntry> of(
      Session session, Owners owners, long after, long upTo, int limit) throws SQLException {
    OwnerCondition condition = OwnerCondition.of(owners);
    List<Object> arguments = new ArrayList<>(condition.arguments());
    arguments.addAll(List.of(after, upTo, limit));
    return entries(
        session,
        condition.text() + " and number > ? and number <= ? order by number limit ?",
        arguments.toArray());
  }

  /** The same, of one job. */
  public static List<JournalEntry> ofJob(
      Session session, JobId job, long after, long upTo, int limit) throws SQLException {
    return entries(
        session,
        "job_id = ? and number > ? and number <= ? order by job_id, number limit ?",
        job.value(),
        after,
        upTo,
        limit);
  }

  private static List<JournalEntry> entries(Session session, String which, Object... arguments)
      throws SQLException {
    List<JournalRow> rows = session.list(ENTRIES + which, JournalRow::read, arguments);
    Map<JobId, Job> jobs = jobs(session, rows);
    return rows.stream().map(row -> row.entry(jobs.get(row.id()))).toList();
  }

  private static Map<JobId, Job> jobs(Session session, List<JournalRow> rows) throws SQLException {
    List<JobId> ids = new ArrayList<>(rows.stream().map(JournalRow::id).distinct().toList());
    Map<JobId, Job> jobs = new HashMap<>();
    for (int from = 0; from < ids.size(); from += JobQueries.MOST_FOUND) {
      int to = Math.min(ids.size(), from + JobQueries.MOST_FOUND);
      JobQueries.find(session, ids.subList(from, to)).forEach(job -> jobs.put(job.id(), job));
    }
    return jobs;
  }

  /** The last number that was given; 0 if none was. */
  public static long newest(Session session) throws SQLException {
    return number(session, "select number as n from event order by number desc limit 1");
  }

  /** The first of the kept numbers; 0 if there is none. */
  public static long oldest(Session session) throws SQLException {
    return number(session, "select number - numbers + 1 as n from event order by number limit 1");
  }

  private static long number(Session session, String sql) throws SQLException {
    return session.first(sql, row -> row.longNumber("n")).orElse(0L);
  }

  /**
   * Drops entries up to a number, at most {@code limit}; returns how many. The last entry stays, so
   * that it is known which numbers were given.
   */
  public static int prune(Session session, long upTo, int limit) throws SQLException {
    long most = Math.min(upTo, newest(session) - 1);
    long last =
        session
            .first(
                "select number as n from event where number <= ? order by number limit 1 offset ?",
                row -> row.longNumber("n"),
                most,
                limit - 1)
            .orElse(most);
    return session.update("delete from event where number <= ?", last);
  }
}

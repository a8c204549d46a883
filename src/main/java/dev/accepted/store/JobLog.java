package dev.accepted.store;

import dev.accepted.job.JobId;
import dev.accepted.job.LogLine;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The lines that attempts have logged. */
public final class JobLog {

  private JobLog() {}

  /** Adds lines, whose numbers follow those that are there. */
  public static void append(Session session, JobId id, List<LogLine> lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    PreparedStatement insert =
        session.prepare(
            "insert into job_log (job_id, number, attempt, at, text) values (?, ?, ?, ?, ?)");
    for (LogLine line : lines) {
      Session.bind(insert, id.value(), line.number(), line.attempt(), line.at(), line.text());
      insert.addBatch();
    }
    Session.execute(insert);
  }

  /** Lines with a number above {@code after}, in order. */
  public static List<LogLine> read(Session session, JobId id, long after, int limit)
      throws SQLException {
    return session.list(
        """
        select number, attempt, at, text from job_log
        where job_id = ? and number > ? order by number limit ?
        """,
        row ->
            new LogLine(
                row.longNumber("number"),
                row.number("attempt"),
                row.instant("at"),
                row.text("text")),
        id.value(),
        after,
        limit);
  }
}

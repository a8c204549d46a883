package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The loads that there are, how far each has come, and the rows it left out. */
final class LoadCatalog {

  private LoadCatalog() {}

  /** The load, which nobody else changes until the transaction ends. */
  static Optional<LoadRecord> lock(Session session, JobId job) throws SQLException {
    return session.first(
        """
        select taken, owner, dataset, mode, table_number, row_count, rejected, widest, complete
        from dataset_load where job = ? for update
        """,
        row ->
            new LoadRecord(
                job,
                row.longNumber("taken"),
                new DatasetKey(row.text("owner"), row.text("dataset")),
                LoadMode.valueOf(row.text("mode")),
                Catalog.table(session, row.longNumber("table_number")),
                new LoadPosition(row.longNumber("row_count"), row.longNumber("rejected")),
                row.longNumber("widest"),
                Boolean.TRUE.equals(row.object("complete"))),
        job.value());
  }

  static void insert(Session session, LoadRecord load) throws SQLException {
    session.update(
        """
        insert into dataset_load
          (job, taken, owner, dataset, mode, table_number, row_count, rejected, widest, complete)
        values (?, ?, ?, ?, ?, ?, 0, 0, 0, false)
        """,
        load.job().value(),
        load.taken(),
        load.dataset().owner(),
        load.dataset().name(),
        load.mode().name(),
        load.table().number());
  }

  /** Shuts all out who have the load; false if there is none. */
  static boolean take(Session session, JobId job) throws SQLException {
    return session.update("update dataset_load set taken = taken + 1 where job = ?", job.value())
        > 0;
  }

  /** Moves the position on; false if the caller was shut out, or it is not where they think. */
  static boolean move(Session session, LoadRecord from, LoadPosition to, long widest)
      throws SQLException {
    return session.update(
            """
            update dataset_load set row_count = ?, rejected = ?, widest = ?
            where job = ? and taken = ? and row_count = ? and rejected = ? and not complete
            """,
            to.rows(),
            to.rejected(),
            widest,
            from.job().value(),
            from.taken(),
            from.position().rows(),
            from.position().rejected())
        > 0;
  }

  static void markComplete(Session session, JobId job) throws SQLException {
    session.update("update dataset_load set complete = true where job = ?", job.value());
  }

  static void remove(Session session, JobId job) throws SQLException {
    session.update("delete from rejected_row where job = ?", job.value());
    session.update("delete from dataset_load where job = ?", job.value());
  }

  static List<JobId> jobs(Session session) throws SQLException {
    return session.list(
        "select job from dataset_load order by job", row -> new JobId(row.uuid("job")));
  }

  static void addRejected(Session session, JobId job, List<RejectedRow> rejected)
      throws SQLException {
    if (rejected.isEmpty()) {
      return;
    }
    PreparedStatement insert =
        session.prepare("insert into rejected_row (job, line, reason, raw) values (?, ?, ?, ?)");
    for (RejectedRow row : rejected) {
      Session.bind(insert, job.value(), row.line(), row.reason(), row.raw());
      insert.addBatch();
    }
    Session.execute(insert);
  }

  /** Rows left out that begin after that line. */
  static List<RejectedRow> rejectedAfter(Session session, JobId job, long line, int limit)
      throws SQLException {
    return session.list(
        """
        select line, reason, raw from rejected_row
        where job = ? and line > ? order by job, line limit ?
        """,
        row -> new RejectedRow(row.longNumber("line"), row.text("reason"), row.text("raw")),
        job.value(),
        line,
        limit);
  }
}

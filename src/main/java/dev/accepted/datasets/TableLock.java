package dev.accepted.datasets;

import dev.accepted.sql.Session;
import java.sql.SQLException;

/**
 * PostgreSQL's advisory locks on tables of rows: shared by readers, and wanted alone to drop it.
 */
final class TableLock {

  /** Keeps these locks apart from others in the database: "rows" in ASCII. */
  private static final int KIND = 0x726f7773;

  private TableLock() {}

  /** Until {@link #release}, or the end of the session. */
  static void hold(Session session, long table) throws SQLException {
    session.first("select pg_advisory_lock_shared(?, ?)", row -> table, KIND, Long.hashCode(table));
  }

  static void release(Session session, long table) throws SQLException {
    session.first(
        "select pg_advisory_unlock_shared(?, ?)", row -> table, KIND, Long.hashCode(table));
  }

  /** Ends a session that nobody knows to be without locks: its connection is not used again. */
  static void abandon(Session session) throws SQLException {
    try (session) {
      session.connection().abort(Runnable::run);
    }
  }

  /** True if no reader holds it; then none can until the transaction ends. */
  static boolean isFree(Session session, long table) throws SQLException {
    return session
        .first(
            "select pg_try_advisory_xact_lock(?, ?) as free",
            row -> Boolean.TRUE.equals(row.object("free")),
            KIND,
            Long.hashCode(table))
        .orElseThrow();
  }
}

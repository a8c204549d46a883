package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What was counted, minute by minute: a row per node and type that had something to count. */
public final class ActivityLog {

  private ActivityLog() {}

  /** Stores what this node has counted in that minute so far, in place of what it had before. */
  public static void put(Session session, ActivityMinute minute) throws SQLException {
    Object[] values = {
      minute.submitted(),
      minute.succeeded(),
      minute.failed(),
      minute.canceled(),
      minute.waits(),
      minute.durations(),
      minute.at(),
      session.node(),
      minute.type()
    };
    int changed =
        session.update(
            """
            update activity set submitted = ?, succeeded = ?, failed = ?, canceled = ?, waits = ?, durations = ?
            where at = ? and node = ? and type = ?
            """,
            values);
    if (changed == 0) {
      session.update(
          """
          insert into activity (submitted, succeeded, failed, canceled, waits, durations, at, node, type)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          values);
    }
  }

  /** What all nodes have counted from that minute on, in no order. */
  public static List<ActivityMinute> since(Session session, Instant from) throws SQLException {
    return session.list(
        """
        select at, type, submitted, succeeded, failed, canceled, waits, durations
        from activity where at >= ?
        """,
        row ->
            new ActivityMinute(
                row.instant("at"),
                row.text("type"),
                row.longNumber("submitted"),
                row.longNumber("succeeded"),
                row.longNumber("failed"),
                row.longNumber("canceled"),
                row.text("waits"),
                row.text("durations")),
        from);
  }

  /** Drops what was counted before, at most {@code limit} rows; returns how many. */
  public static int prune(Session session, Instant before, int limit) throws SQLException {
    return Outlived.drop(
        session,
        "delete from activity where at = ? and node = ? and type = ?",
        session.list(
            "select at, node, type from activity where at < ? order by at limit ?"
                + session.dialect().skipLocked(),
            row -> new Object[] {row.instant("at"), row.uuid("node"), row.text("type")},
            before,
            limit));
  }
}

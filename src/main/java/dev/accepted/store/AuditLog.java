package dev.accepted.store;

import dev.accepted.job.Act;
import dev.accepted.job.Actor;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction adds to the audit log: an entry for each act, all of them sent last and
 * together. So an act that comes to nothing has none, and one that is committed has one.
 */
public final class AuditLog implements Session.Closing {

  private static final String INSERT =
      """
      insert into audit_entry (at, actor, address, tenant, act, subject, detail)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private AuditLog() {}

  /** Adds an act to that of this transaction. */
  public static void add(Session session, Instant at, Actor actor, Act act) {
    session.closing(AuditLog.class, AuditLog::new).rows.add(row(at, actor, act));
  }

  @Override
  public void in(Session session) throws SQLException {
    for (@Nullable Object[] row : rows) {
      session.updateLater(INSERT, row);
    }
  }

  /**
   * Adds an act on what is not in this database, before it is done.
   *
   * @return its number, for {@link #takeBack}
   */
  public static long announce(Session session, Instant at, Actor actor, Act act)
      throws SQLException {
    try (PreparedStatement insert =
        session.connection().prepareStatement(INSERT, new String[] {"number"})) {
      Session.bind(insert, row(at, actor, act));
      insert.executeUpdate();
      try (ResultSet number = insert.getGeneratedKeys()) {
        number.next();
        return number.getLong(1);
      }
    }
  }

  /** Forgets an act that was announced and came to nothing. */
  public static boolean takeBack(Session session, long number) throws SQLException {
    return session.update("delete from audit_entry where number = ?", number) == 1;
  }

  /** It is not known what became of an act that was announced. */
  public static boolean doubt(Session session, long number, Act act) throws SQLException {
    return session.update(
            "update audit_entry set detail = ? where number = ?",
            JsonText.ofLabels(act.with("outcome", "unknown").detail()),
            number)
        == 1;
  }

  private static @Nullable Object[] row(Instant at, Actor actor, Act act) {
    return new @Nullable Object[] {
      at,
      actor.owner(),
      actor.address(),
      act.tenant().orElse(null),
      act.kind().wireName(),
      act.subject(),
      JsonText.ofLabels(act.detail())
    };
  }

  /** Drops what was done until then, at most {@code limit}; returns how much. */
  public static int prune(Session session, Instant until, int limit) throws SQLException {
    return Outlived.drop(
        session,
        "delete from audit_entry where number = ?",
        session.list(
            "select number from audit_entry where at <= ? order by at limit ?"
                + session.dialect().skipLocked(),
            row -> new Object[] {row.longNumber("number")},
            until,
            limit));
  }
}

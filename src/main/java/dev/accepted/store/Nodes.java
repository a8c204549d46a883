package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The servers that share the store, each with a lease that it renews. What a server runs is its own
 * for as long as its row is there: whoever takes out the row of one whose lease has run out may
 * rescue its jobs. All by the clock of the database, which all of them share.
 */
public final class Nodes {

  private Nodes() {}

  /** This server is the only one, now and for as long as it lives: whatever was there is gone. */
  public static void registerAlone(Session session, String name, Instant now) throws SQLException {
    session.update("delete from node");
    session.update(
        "insert into node (id, name, started_at, steady_since) values (?, ?, ?, ?)",
        session.node(),
        name,
        now,
        now);
  }

  /** This server is one of several, and lives for that long unless it renews its lease. */
  public static void register(Session session, String name, Duration lease) throws SQLException {
    session.update(
        """
        insert into node (id, name, started_at, lease_until, steady_since)
        values (?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond', clock_timestamp())
        """,
        session.node(),
        name,
        lease.toMillis());
  }

  /**
   * Renews this server's lease, even if it has run out, as long as nobody has acted on that.
   *
   * @return false if somebody has: what this server ran may run elsewhere now
   */
  public static boolean renew(Session session, Duration lease) throws SQLException {
    int renewed =
        session.update(
            """
            update node set
              steady_since = case when lease_until < clock_timestamp() then clock_timestamp() else steady_since end,
              lease_until = clock_timestamp() + ? * interval '1 millisecond'
            where id = ?
            """,
            lease.toMillis(),
            session.node());
    return renewed == 1;
  }

  /**
   * Takes out the servers whose lease has run out; tells how many. Only one that has been steady
   * for a whole lease itself may do that: after an outage of the database all leases have run out,
   * and all servers need the time to renew theirs.
   */
  public static int takeOutDead(Session session, Duration lease) throws SQLException {
    return session.update(
        """
        delete from node where id in (
          select dead.id from node dead
          where dead.lease_until < clock_timestamp() and exists (
            select 1 from node self where self.id = ? and self.lease_until > clock_timestamp()
              and self.steady_since < clock_timestamp() - ? * interval '1 millisecond')
          for update skip locked)
        """,
        session.node(),
        lease.toMillis());
  }

  /** How many servers hold a lease, or the place of the only one. */
  public static int count(Session session) throws SQLException {
    return session
        .first("select count(*) as nodes from node", row -> row.number("nodes"))
        .orElseThrow();
  }

  /** This server holds nothing any more. */
  public static void leave(Session session) throws SQLException {
    session.update("delete from node where id = ?", session.node());
  }
}

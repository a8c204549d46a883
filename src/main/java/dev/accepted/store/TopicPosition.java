package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How far the journal has been published to a topic of a message broker, and which server does
 * that: one at a time, for as long as its row is in the table of nodes. So a server that dies gives
 * its place up when the others take it for dead.
 */
public final class TopicPosition {

  private TopicPosition() {}

  /** True if nobody publishes, or this server does. A topic that was never named is free. */
  public static boolean isFree(Session session, String topic) throws SQLException {
    return session
        .first(
            """
            select 1 as held from message_topic held
            where held.name = ? and held.node <> ? and exists (select 1 from node living where living.id = held.node)
            """,
            row -> row.number("held"),
            topic,
            session.node())
        .isEmpty();
  }

  /**
   * Takes the place, if it is free.
   *
   * @return up to which number all has been published; of a new topic, all that there is. Empty if
   *     another server has the place, or this one isn't among the living
   */
  public static Optional<Long> take(Session session, String topic) throws SQLException {
    session.update(
        """
        insert into message_topic (name, published)
        select cast(? as varchar(1000)), cast(? as bigint)
        where not exists (select 1 from message_topic where name = ?)
        """
            + session.dialect().unlessPresent(),
        topic,
        JournalQueries.newest(session),
        topic);
    int taken =
        session.update(
            """
            update message_topic set node = ?
            where name = ? and exists (select 1 from node self where self.id = ?) and (node is null or node = ?
              or not exists (select 1 from node living where living.id = message_topic.node))
            """,
            session.node(),
            topic,
            session.node(),
            session.node());
    return taken == 0
        ? Optional.empty()
        : session.first(
            "select published from message_topic where name = ?",
            row -> row.longNumber("published"),
            topic);
  }

  /** Goes on from a number to another; false if this server has lost its place. */
  public static boolean advance(Session session, String topic, long from, long to)
      throws SQLException {
    return session.update(
            "update message_topic set published = ? where name = ? and node = ? and published = ?",
            to,
            topic,
            session.node(),
            from)
        == 1;
  }

  /** Gives the place up, if this server has it. */
  public static boolean release(Session session, String topic) throws SQLException {
    return session.update(
            "update message_topic set node = null where name = ? and node = ?",
            topic,
            session.node())
        == 1;
  }
}

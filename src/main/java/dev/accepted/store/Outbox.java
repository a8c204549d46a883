package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes down who is to be told of what the journal tells, in the same transaction; and drops what
 * was told of jobs that go.
 */
@FunctionalInterface
public interface Outbox {

  /** Nobody is told. */
  Outbox NONE = (session, entries) -> {};

  /**
   * Writes it down; on the writer's thread, so that it has to be quick.
   *
   * @param entries what the transaction adds to the journal, in the order of its numbers
   */
  void put(Session session, List<JournalEntry> entries) throws SQLException;
}

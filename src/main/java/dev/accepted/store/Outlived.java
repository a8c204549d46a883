package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.List;

/** Rows that have had their time. */
final class Outlived {

  private Outlived() {}

  /**
   * Drops rows by their keys. With {@code delete … where key in (select … limit ?)}, H2 would look
   * for all of them again with each that it drops, while everybody else who writes waits: from two
   * seconds to a minute for a thousand rows among twenty thousand, in place of less than one.
   *
   * @param delete takes a key
   * @param keys each with as many values as {@code delete} takes; the rows are locked
   * @return how many there were
   */
  static int drop(Session session, String delete, List<Object[]> keys) throws SQLException {
    for (Object[] key : keys) {
      session.updateLater(delete, key);
    }
    return keys.size();
  }
}

package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ids of jobs that are to be looked at, newest first.
 *
 * @param closed whether there are no other jobs between the first and the last of them
 */
record JobWindow(List<UUID> ids, boolean closed) {

  /** H2 compares each job with each id in a list, and so takes longest for long lists. */
  private static final int MOST_LISTED = 250;

  /**
   * Some of them as a condition.
   *
   * @param text SQL
   * @param arguments what is bound in it
   */
  record Part(String text, List<Object> arguments) {}

  /**
   * All of them, in parts of which each has older ones than the one before. By its ids, a job is
   * found at once on either database, whatever else is asked for.
   */
  List<Part> parts(Session session) throws SQLException {
    List<Part> parts = new ArrayList<>();
    if (closed && !ids.isEmpty()) {
      parts.add(new Part("id >= ? and id <= ?", List.of(ids.get(ids.size() - 1), ids.get(0))));
    } else {
      for (int from = 0; from < ids.size(); from += MOST_LISTED) {
        List<UUID> some = ids.subList(from, Math.min(ids.size(), from + MOST_LISTED));
        Object array = session.connection().createArrayOf("uuid", some.toArray());
        parts.add(new Part("id = any (?)", List.of(array)));
      }
    }
    return parts;
  }
}

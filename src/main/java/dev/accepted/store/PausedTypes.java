package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The job types that are paused: nothing of them is started until they are resumed. */
public final class PausedTypes {

  private PausedTypes() {}

  /** All of them, with the time since when. */
  public static Map<String, Instant> all(Session session) throws SQLException {
    Map<String, Instant> paused = new LinkedHashMap<>();
    session.list(
        "select name, since from paused_type order by name",
        row -> paused.put(row.text("name"), row.instant("since")));
    return paused;
  }

  /** Pauses a type; false for one that is paused: it stays so, since when it was. */
  public static boolean pause(Session session, String type, Instant now) throws SQLException {
    int paused =
        session.update(
            """
            insert into paused_type (name, since)
            select ?, ? where not exists (select 1 from paused_type where name = ?)
            """
                + session.dialect().unlessPresent(),
            type,
            now,
            type);
    session.announce(new Word.Paused(type));
    return paused == 1;
  }

  /** Resumes a type; false if it isn't paused. */
  public static boolean resume(Session session, String type) throws SQLException {
    int resumed = session.update("delete from paused_type where name = ?", type);
    session.announce(new Word.Paused(type));
    return resumed == 1;
  }
}

package dev.accepted.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of failure a database reports, by SQLSTATE. */
public enum Failure {
  /**
   * The database is in order but won't do what it is asked, now or later: a value doesn't fit
   * (SQLSTATE class 22), a constraint is violated (23), the statement is wrong (42), or a limit of
   * the database is exceeded (54).
   */
  REFUSAL,
  /**
   * Another transaction was in the way (class 40; 55P03, HYT00), or H2 has written over what was
   * still being read: the same again may succeed.
   */
  CONFLICT,
  /**
   * The session is no more, or there is none to be had (class 08, 57P; 25P03): a new one may do.
   */
  DISCONNECTED,
  /** Anything else, such as a full disk: later, perhaps. */
  OUT_OF_ORDER;

  private static final Set<String> REFUSALS = Set.of("22", "23", "42", "54");
  private static final Set<String> CONFLICTS = Set.of("40", "55P03", "HYT00");
  private static final Set<String> DISCONNECTIONS = Set.of("08", "57P", "25P03");

  /**
   * H2 2.4.240 seldom takes a version of a table for unused while a statement reads it (issue 4383
   * of h2database); a statement that begins anew reads the next version.
   */
  private static final Pattern READ_AWAY =
      Pattern.compile("MVStoreException: Chunk \\d+ not found");

  /** What that exception stands for. */
  public static Failure of(SQLException exception) {
    if (exception instanceof SQLTransientConnectionException
        || exception instanceof SQLNonTransientConnectionException
        || is(exception, DISCONNECTIONS)) {
      return DISCONNECTED;
    }
    if (is(exception, CONFLICTS) || isReadAway(exception)) {
      return CONFLICT;
    }
    return is(exception, REFUSALS) ? REFUSAL : OUT_OF_ORDER;
  }

  private static boolean isReadAway(SQLException exception) {
    String message = exception.getMessage();
    return message != null && READ_AWAY.matcher(message).find();
  }

  private static boolean is(SQLException exception, Set<String> beginnings) {
    String state = exception.getSQLState();
    return state != null && state.length() == 5 && beginnings.stream().anyMatch(state::startsWith);
  }
}

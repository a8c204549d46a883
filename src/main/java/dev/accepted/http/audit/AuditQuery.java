package dev.accepted.http.audit;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.job.ActKind;
import dev.accepted.store.AuditFilter;
import java.util.Optional;

/**
 * What the audit log is asked for.
 *
 * @param before the number of the last entry of the page before
 */
record AuditQuery(AuditFilter filter, int limit, Optional<Long> before) {

  static final String CURSOR = "cursor";
  private static final String ACT = "act";
  private static final String ACTOR = "actor";
  private static final String SUBJECT = "subject";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String LIMIT = "limit";
  private static final int USUAL = 50;
  private static final int MOST = 500;

  /**
   * Reads a query.
   *
   * @param tenant the one whose acts may be seen; empty for all
   * @throws Problem 400 that names the parameter that can't be used
   */
  static AuditQuery read(QueryParameters query, Optional<String> tenant) {
    query.only(ACT, ACTOR, SUBJECT, FROM, TO, LIMIT, CURSOR);
    return new AuditQuery(
        new AuditFilter(
            tenant,
            query.single(ACT).map(AuditQuery::act),
            query.single(ACTOR),
            query.single(SUBJECT),
            query.instant(FROM),
            query.instant(TO)),
        query.whole(LIMIT, 1, MOST).orElse(USUAL),
        query.single(CURSOR).map(AuditQuery::cursor));
  }

  private static ActKind act(String name) {
    return ActKind.named(name)
        .orElseThrow(
            () -> Problem.parameter(ACT, "There is no act of this name, such as job.removed."));
  }

  private static long cursor(String text) {
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      throw noCursor();
    }
    throw noCursor();
  }

  private static Problem noCursor() {
    return Problem.parameter(
        CURSOR, "This is not a cursor that a page of this list has handed out.");
  }
}

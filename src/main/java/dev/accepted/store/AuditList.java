package dev.accepted.store;

import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.AuditEntry;
import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The query behind a list of the audit log: newest first, and paged by number. The text of the
 * query is put together from the constant conditions below; every value is bound.
 */
public final class AuditList {

  private final StringJoiner conditions = new StringJoiner("\n  and ").setEmptyValue("true");
  private final List<Object> arguments = new ArrayList<>();
  private final String order;

  private AuditList(AuditFilter filter, Optional<Long> before) {
    and("subject = ?", filter.subject());
    and("tenant = ?", filter.tenant());
    and("number < ?", before);
    and("act = ?", filter.act().map(ActKind::wireName));
    and("actor = ?", filter.actor());
    and("at >= ?", filter.from());
    and("at < ?", filter.to());
    order = order(filter);
  }

  /**
   * A page.
   *
   * @param before entries with a lower number; empty for the first page
   */
  public static List<AuditEntry> read(
      Session session, AuditFilter filter, int limit, Optional<Long> before) throws SQLException {
    AuditList query = new AuditList(filter, before);
    query.arguments.add(limit);
    return session.list(query.text(), AuditList::entry, query.arguments.toArray());
  }

  /** The statement of such a page. */
  static String text(AuditFilter filter, Optional<Long> before) {
    return new AuditList(filter, before).text();
  }

  private String text() {
    return """
    select number, at, actor, address, tenant, act, subject, detail from audit_entry
    where %s order by %s limit ?"""
        .formatted(conditions, order);
  }

  /** H2 goes by an index only if its columns lead the order. */
  private static String order(AuditFilter filter) {
    if (filter.subject().isPresent()) {
      return "subject desc, number desc";
    }
    return filter.tenant().isPresent() ? "tenant desc, number desc" : "number desc";
  }

  private void and(String condition, Optional<?> value) {
    value.ifPresent(
        present -> {
          conditions.add(condition);
          arguments.add(present);
        });
  }

  private static AuditEntry entry(Row row) throws SQLException {
    return new AuditEntry(
        row.longNumber("number"),
        row.instant("at"),
        new Actor(row.text("actor"), row.text("address")),
        row.text("act"),
        row.text("subject"),
        Optional.ofNullable(row.textOrNull("tenant")),
        Collections.unmodifiableSortedMap(
            new TreeMap<>(JsonText.labels(row.textOrNull("detail")))));
  }
}

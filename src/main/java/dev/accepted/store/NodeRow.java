package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A server that shares the store, as it is seen from outside.
 *
 * @param shared whether there can be others, so that it holds a lease
 * @param silent whether that has run out, by the clock of the database
 * @param running how many jobs it runs
 * @param self whether it is this one
 */
public record NodeRow(
    String name, Instant startedAt, boolean shared, boolean silent, long running, boolean self) {

  /** All of them, the oldest first; more than 200 are not listed. */
  public static List<NodeRow> all(Session session) throws SQLException {
    return session.list(
        """
        select node.id, node.name, node.started_at, coalesce(held.jobs, 0) as jobs,
          case when node.lease_until is null then 0 else 1 end as shared,
          case when node.lease_until < current_timestamp then 1 else 0 end as silent
        from node
        left join (select node, count(*) as jobs from job where status = 'running' group by node) held
          on held.node = node.id
        order by node.started_at, node.id limit 200
        """,
        row ->
            new NodeRow(
                row.text("name"),
                row.instant("started_at"),
                row.number("shared") == 1,
                row.number("silent") == 1,
                row.longNumber("jobs"),
                row.uuid("id").equals(session.node())));
  }
}

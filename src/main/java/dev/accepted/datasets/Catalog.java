package dev.accepted.datasets;

import dev.accepted.sql.RowMapper;
import dev.accepted.sql.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which datasets there are, and in which table the rows of each lie. */
final class Catalog {

  /** A dataset's row without its columns. */
  private record Entry(
      String name, String owner, long table, long rows, long widest, Instant updatedAt) {}

  private static final RowMapper<Entry> ENTRY =
      row ->
          new Entry(
              row.text("name"),
              row.text("owner"),
              row.longNumber("table_number"),
              row.longNumber("row_count"),
              row.longNumber("widest"),
              row.instant("updated_at"));

  private Catalog() {}

  /** All datasets of a scope, by name. */
  static List<StoredDataset> all(Session session, String scope) throws SQLException {
    List<StoredDataset> found = new ArrayList<>();
    for (Entry entry :
        session.list(
            """
            select name, owner, table_number, row_count, widest, updated_at from dataset
            where scope = ?
            """,
            ENTRY,
            scope)) {
      found.add(withColumns(session, entry));
    }
    // Not by the database, whose order of letters may be any country's.
    found.sort(Comparator.comparing(stored -> stored.info().name()));
    return found;
  }

  static Optional<StoredDataset> find(Session session, DatasetKey key) throws SQLException {
    Optional<Entry> entry =
        session.first(
            """
            select name, owner, table_number, row_count, widest, updated_at from dataset
            where scope = ? and name = ?
            """,
            ENTRY,
            key.scope(),
            key.name());
    return entry.isPresent() ? Optional.of(withColumns(session, entry.get())) : Optional.empty();
  }

  /** {@link #find}; until the transaction ends, nobody else points the dataset elsewhere. */
  static Optional<StoredDataset> lock(Session session, DatasetKey key) throws SQLException {
    Optional<Entry> entry =
        session.first(
            """
            select name, owner, table_number, row_count, widest, updated_at from dataset
            where scope = ? and name = ? for update
            """,
            ENTRY,
            key.scope(),
            key.name());
    return entry.isPresent() ? Optional.of(withColumns(session, entry.get())) : Optional.empty();
  }

  /**
   * Makes the table's rows those of a new dataset. Where two add the same dataset at once, it fails
   * for one of them, as a duplicate.
   */
  static void add(Session session, DatasetKey key, TableRows rows, Instant updatedAt)
      throws SQLException {
    session.update(
        """
        insert into dataset (scope, name, owner, table_number, row_count, widest, updated_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        key.scope(),
        key.name(),
        key.owner(),
        rows.table(),
        rows.count(),
        rows.widest(),
        updatedAt);
  }

  /** Makes the table's rows the dataset's, which is locked by this transaction. */
  static void point(Session session, DatasetKey key, TableRows rows, Instant updatedAt)
      throws SQLException {
    session.update(
        """
        update dataset set table_number = ?, row_count = ?, widest = ?, updated_at = ?
        where scope = ? and name = ?
        """,
        rows.table(),
        rows.count(),
        rows.widest(),
        updatedAt,
        key.scope(),
        key.name());
  }

  static boolean remove(Session session, DatasetKey key) throws SQLException {
    return session.update(
            "delete from dataset where scope = ? and name = ?", key.scope(), key.name())
        > 0;
  }

  /** A number that no table had before. */
  static long nextTableNumber(Session session, TableDialect dialect) throws SQLException {
    return session
        .first(dialect.nextTableNumberSql(), row -> row.longNumber("number"))
        .orElseThrow();
  }

  static void addColumns(Session session, DataTable table) throws SQLException {
    PreparedStatement insert =
        session.prepare(
            "insert into dataset_column (table_number, place, name, type) values (?, ?, ?, ?)");
    for (int place = 0; place < table.columns().size(); place++) {
      Column column = table.columns().get(place);
      Session.bind(insert, table.number(), place, column.name(), column.type().name());
      insert.addBatch();
    }
    Session.execute(insert);
  }

  /** The table of that number, with its columns. */
  static DataTable table(Session session, long number) throws SQLException {
    List<Column> columns =
        session.list(
            "select name, type from dataset_column where table_number = ? order by place",
            row -> new Column(row.text("name"), ColumnType.valueOf(row.text("type"))),
            number);
    return new DataTable(number, columns);
  }

  /** Tables that neither a dataset nor an unfinished load needs any more, nor ever will. */
  static List<Long> orphans(Session session) throws SQLException {
    return session.list(
        """
        select cast(substring(table_name from 6) as bigint) as number
        from information_schema.tables
        where table_schema = current_schema and lower(table_name) like 'rows!__%' escape '!'
          and translate(substring(table_name from 6), '0123456789', '') = ''
          and lower(table_name) not in (
            select 'rows_' || table_number from dataset
            union select 'rows_' || table_number from dataset_load where not complete)
        """,
        row -> row.longNumber("number"));
  }

  /** Forgets the columns of tables that are gone and that no load's summary tells of. */
  static void forgetColumns(Session session) throws SQLException {
    session.update(
        """
        delete from dataset_column
        where table_number not in (
          select table_number from dataset union select table_number from dataset_load)
        """);
  }

  private static StoredDataset withColumns(Session session, Entry entry) throws SQLException {
    DataTable table = table(session, entry.table());
    return new StoredDataset(
        new DatasetInfo(
            entry.name(), entry.owner(), table.columns(), entry.rows(), entry.updatedAt()),
        table,
        entry.widest());
  }
}

package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.SharedPlace;
import dev.accepted.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two servers on one PostgreSQL. */
abstract class SharedDatasetsFixture {

  static final List<Column> COLUMNS = List.of(new Column("n", ColumnType.INTEGER));

  final ExecutorService threads = Executors.newCachedThreadPool();
  Database raw;
  Datasets one;
  Datasets other;

  @BeforeEach
  void open() {
    SharedPlace place = DatasetsFixture.shared();
    one = place.open();
    other = place.open();
    raw = place.database();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    raw.close();
    one.close();
    other.close();
  }

  static List<@Nullable Object[]> numbers(long from, int count) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long n = from; n < from + count; n++) {
      rows.add(new Object[] {n});
    }
    return rows;
  }

  static void load(Datasets datasets, int job, int rows) throws Exception {
    DatasetLoad load =
        datasets
            .of(DatasetsFixture.OWNER)
            .begin(DatasetsFixture.job(job), "d", LoadMode.REPLACE, COLUMNS);
    load.append(numbers(1, rows), List.of());
    load.complete();
  }

  long tables() {
    return raw.read(
        session ->
            session
                .first(
                    """
                    select count(*) as number from information_schema.tables
                    where table_schema = current_schema and table_name like 'rows%'
                    """,
                    row -> row.longNumber("number"))
                .orElseThrow());
  }
}

package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets in a real database file, for tests. */
public final class DatasetsFixture {

  private static final int CONNECTIONS = 8;
  private static final String SCHEMA = "accepted_datasets";

  private DatasetsFixture() {}

  /** Where datasets lie: several may be open at once if a database is shared. */
  public interface Place {
    Datasets open();
  }

  /** In that folder. */
  public static Place embedded(Path folder) {
    return () -> open(folder);
  }

  /** In an empty schema of PostgreSQL. */
  public static Place shared() {
    return shared(TestPostgres.url());
  }

  /** In the schema that the server would take of that database. */
  public static Place shared(String url) {
    return () -> new Datasets(TestPostgres.schema(url, SCHEMA), new SettableClock());
  }

  /** Opens the datasets that lie in that folder, as the server does. */
  public static Datasets open(Path folder) {
    return new Datasets(
        EmbeddedDatabase.open(folder.resolve("datasets"), true, CONNECTIONS, true),
        new SettableClock());
  }

  /** The job of that number. */
  public static JobId job(int number) {
    return new JobId(new UUID(0x0193_33c2_0000_7000L, 0x8000_0000_0000_0000L + number));
  }

  /** Loads rows into a dataset, in place of those it had. */
  public static void load(
      Datasets datasets, JobId job, String name, List<Column> columns, List<Object[]> rows) {
    try {
      DatasetLoad load = datasets.begin(job, name, LoadMode.REPLACE, columns);
      load.append(new ArrayList<>(rows), List.of());
      load.complete();
    } catch (ColumnsDiffer e) {
      throw new AssertionError(e);
    }
  }

  /** All rows of an answer. */
  public static List<List<@Nullable Object>> ask(Datasets datasets, String name, Query query)
      throws InvalidQuery, NoSuchDataset {
    try (RowCursor cursor = datasets.query(name, query)) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (cursor.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int place = 0; place < cursor.columns().size(); place++) {
          row.add(cursor.value(place));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}

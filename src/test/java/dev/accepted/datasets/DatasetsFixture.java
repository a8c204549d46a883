package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.RecordingContext;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Datasets in a real database file, for tests. */
public final class DatasetsFixture {

  /** Whose they are, if nobody else is named. */
  public static final String OWNER = RecordingContext.OWNER;

  private static final int CONNECTIONS = 8;

  private DatasetsFixture() {}

  /** Where datasets lie: several may be open at once if a database is shared. */
  public interface Place {
    Datasets open();
  }

  /** In that folder. */
  public static Place embedded(Path folder) {
    return () -> open(folder);
  }

  /** A schema of PostgreSQL. */
  public record SharedPlace(String url, String schema) implements Place {

    @Override
    public Datasets open() {
      return new Datasets(database(), new SettableClock(), 100_000_000);
    }

    /** To look at it from outside; the caller closes it. */
    public Database database() {
      return TestPostgres.schema(url, schema);
    }
  }

  /** One database for all, as each has hundreds of files that are synced when it ends. */
  private static final class SharedDatabase {

    static final String URL = TestPostgres.url();
    static final AtomicInteger SCHEMAS = new AtomicInteger();
  }

  /** An empty schema of PostgreSQL. */
  public static SharedPlace shared() {
    return shared(SharedDatabase.URL, "datasets_" + SharedDatabase.SCHEMAS.incrementAndGet());
  }

  /** That schema of that database. */
  public static SharedPlace shared(String url, String schema) {
    return new SharedPlace(url, schema);
  }

  /** Opens the datasets that lie in that folder, as the server does. */
  public static Datasets open(Path folder) {
    return new Datasets(
        EmbeddedDatabase.open(folder.resolve("datasets"), true, CONNECTIONS, true),
        new SettableClock(),
        100_000_000);
  }

  /** The job of that number. */
  public static JobId job(int number) {
    return new JobId(new UUID(0x0193_33c2_0000_7000L, 0x8000_0000_0000_0000L + number));
  }

  /** Loads rows into a dataset, in place of those it had. */
  public static void load(
      Datasets datasets, JobId job, String name, List<Column> columns, List<Object[]> rows) {
    try {
      DatasetLoad load = datasets.of(OWNER).begin(job, name, LoadMode.REPLACE, columns);
      load.append(new ArrayList<>(rows), List.of());
      load.complete();
    } catch (LoadRefused e) {
      throw new AssertionError(e);
    }
  }

  /** All rows of an answer. */
  public static List<List<@Nullable Object>> ask(Datasets datasets, String name, Query query)
      throws InvalidQuery, NoSuchDataset {
    try (RowCursor cursor = datasets.of(OWNER).query(name, query)) {
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

package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.Query.Sort;
import dev.accepted.datasets.RowCursor;
import dev.accepted.job.RecordingContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports many rows and asks them; meant for a process of its own with a small heap. Its arguments
 * are an empty folder, the number of rows, and the URL and a schema of a PostgreSQL database if the
 * datasets are to lie there. Prints how long each step took and the heap it left.
 */
public final class ManyRows {

  private static final int CITIES = 1_000;

  private ManyRows() {}

  /** A step that is timed. */
  private interface Step {
    long rows() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path file = write(folder.resolve("rows.csv"), Integer.parseInt(arguments[1]));
    Place place =
        arguments.length > 2
            ? DatasetsFixture.shared(arguments[2], arguments[3])
            : DatasetsFixture.embedded(folder);
    try (ImportFixture fixture = new ImportFixture(folder, place)) {
      step("import", () -> fixture.run("{\"dataset\": \"m\"}", file).getInt("rows"));
      step("read", () -> read(fixture, Query.ALL));
      step("sort", () -> read(fixture, sorted("amount")));
      step("few groups", () -> read(fixture, grouped("city", Function.SUM)));
      step("medians", () -> read(fixture, grouped("city", Function.MEDIAN)));
      step("one median", () -> read(fixture, grouped(null, Function.MEDIAN)));
      step("many groups", () -> read(fixture, grouped("id", Function.SUM)));
      step(
          "append",
          () -> fixture.run("{\"dataset\": \"m\", \"mode\": \"append\"}", file).getInt("rows"));
      step("read twice as many", () -> read(fixture, Query.ALL));
    }
  }

  private static void step(String name, Step step) throws Exception {
    long start = System.nanoTime();
    long rows = step.rows();
    long millis = (System.nanoTime() - start) / 1_000_000;
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s: %d rows in %d ms, %d MB of %d%n",
        name,
        rows,
        millis,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }

  private static Path write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,day,city,amount,paid,note\n");
      for (int i = 1; i <= rows; i++) {
        out.write(
            "%d,2026-%02d-%02d,City %d,%d.%02d,%b,\"note, %d\"%n"
                .formatted(
                    i,
                    1 + i % 12,
                    1 + i % 28,
                    i % CITIES,
                    (i * 7919L) % 100_000,
                    i % 100,
                    i % 3 == 0,
                    i));
      }
    }
    return file;
  }

  private static long read(ImportFixture fixture, Query query) throws Exception {
    long rows = 0;
    try (RowCursor cursor = fixture.datasets().of(RecordingContext.OWNER).query("m", query)) {
      while (cursor.next()) {
        rows += cursor.value(0) == null ? 0 : 1;
      }
    }
    return rows;
  }

  private static Query sorted(String column) {
    return new Query(
        List.of(), List.of(), List.of(), List.of(), List.of(new Sort(column, true)), 0);
  }

  private static Query grouped(@Nullable String key, Function function) {
    return new Query(
        List.of(),
        List.of(),
        key == null ? List.of() : List.of(key),
        List.of(new Aggregate(function, "amount", "value")),
        List.of(new Sort("value", true)),
        0);
  }
}

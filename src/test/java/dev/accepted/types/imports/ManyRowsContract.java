package dev.accepted.types.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and answers that are larger than the heap. */
abstract class ManyRowsContract {

  private static final int ROWS = 300_000;

  @TempDir Path folder;

  /** Where there are no datasets yet. */
  abstract Place place();

  /** What the process is told, so that its datasets lie there. */
  abstract List<String> whereabouts();

  /** Whether some rows are there, but by far not all. */
  abstract boolean someAreThere() throws Exception;

  @Test
  void needLittleMemory() throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = start(output);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(output)
        .content()
        .contains(
            List.of(
                "import: 300000 rows",
                "sort: 300000 rows",
                "medians: 1000 rows",
                "one median: 1 rows",
                "many groups: 300000 rows",
                "read twice as many: 600000 rows"));
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void areThereOnceAfterTheProcessWasKilled() throws Exception {
    Process process = start(folder.resolve("output.txt"));
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      if (someAreThere()) {
        process.destroyForcibly();
      }
    }
    assertThat(process.exitValue()).isNotZero();
    try (ImportFixture fixture = new ImportFixture(folder, place())) {
      RecordingContext again = fixture.newJob(folder.resolve("rows.csv"));
      long before = fixture.datasets().resume(again.id()).orElseThrow().position().rows();
      assertThat(before).isBetween(1L, ROWS - 1L);
      assertThat(fixture.run("{\"dataset\": \"m\"}", again).getInt("rows")).isEqualTo(ROWS);
      Query ids =
          new Query(
              List.of(),
              List.of(),
              List.of(),
              List.of(
                  new Aggregate(Function.COUNT, "id", "count"),
                  new Aggregate(Function.SUM, "id", "sum")),
              List.of(),
              0);
      assertThat(DatasetsFixture.ask(fixture.datasets(), "m", ids))
          .containsExactly(List.of((long) ROWS, ROWS * (ROWS + 1L) / 2));
    }
  }

  private Process start(Path output) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                ManyRows.class.getName(),
                folder.toString(),
                String.valueOf(ROWS)));
    command.addAll(whereabouts());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}

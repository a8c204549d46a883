package dev.accepted.types.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.datasets.Datasets;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than one import may load. */
class ImportLimitsTest {

  private static final String INPUT = "{\"dataset\": \"d\"}";

  @Test
  void rowsAreCounted(@TempDir Path folder) throws Exception {
    try (ImportFixture fixture = new ImportFixture(folder, () -> datasetsOfThree(folder))) {
      assertThat(fixture.run(INPUT, fixture.file("three.csv", "a\n1\n2\n3\n")).getInt("rows"))
          .isEqualTo(3);

      RecordingContext four = fixture.newJob(fixture.file("four.csv", "a\n1\n2\n3\n4\n"));
      PermanentFailure failure =
          catchThrowableOfType(PermanentFailure.class, () -> fixture.run(INPUT, four));

      assertThat(failure.code()).isEqualTo("import-too-many-rows");
      assertThat(fixture.datasets().of(RecordingContext.OWNER).find("d").orElseThrow().rows())
          .as("what was there before stays")
          .isEqualTo(3);
    }
  }

  private static Datasets datasetsOfThree(Path folder) {
    return new Datasets(
        EmbeddedDatabase.open(folder.resolve("few"), true, 8, true), new SettableClock(), 3);
  }
}

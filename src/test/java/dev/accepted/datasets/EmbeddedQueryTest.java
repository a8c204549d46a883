package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Queries on H2. */
class EmbeddedQueryTest extends QueryContract {

  @TempDir static Path folder;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

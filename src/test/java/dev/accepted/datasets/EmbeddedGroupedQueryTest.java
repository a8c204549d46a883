package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Groups and aggregates on H2. */
class EmbeddedGroupedQueryTest extends GroupedQueryContract {

  @TempDir static Path folder;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

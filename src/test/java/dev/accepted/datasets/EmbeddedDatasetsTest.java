package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The catalog, paging, and readers on H2. */
class EmbeddedDatasetsTest extends DatasetsContract {

  @TempDir Path folder;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

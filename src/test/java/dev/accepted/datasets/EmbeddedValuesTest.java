package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Values on H2. */
class EmbeddedValuesTest extends ValuesContract {

  @TempDir Path folder;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

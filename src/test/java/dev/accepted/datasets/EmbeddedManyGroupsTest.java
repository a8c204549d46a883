package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Many groups on H2. */
class EmbeddedManyGroupsTest extends ManyGroupsContract {

  @TempDir Path folder;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

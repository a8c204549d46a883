package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Many rows on H2. */
class EmbeddedManyRowsTest extends ManyRowsContract {

  private static final long SOME_BATCHES = 3 << 20;

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }

  @Override
  List<String> whereabouts() {
    return List.of();
  }

  @Override
  boolean someAreThere() throws IOException {
    Path database = folder.resolve("datasets.mv.db");
    return Files.exists(database) && Files.size(database) > SOME_BATCHES;
  }
}

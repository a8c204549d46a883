package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;

/** Imports that go on, on H2. */
class EmbeddedImportResumeTest extends ImportResumeContract {

  @Override
  Place place() {
    return DatasetsFixture.embedded(folder);
  }
}

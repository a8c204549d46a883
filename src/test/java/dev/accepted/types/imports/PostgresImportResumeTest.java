package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;

/** Imports that go on, on PostgreSQL. */
class PostgresImportResumeTest extends ImportResumeContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

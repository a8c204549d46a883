package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;

/** The catalog, paging, and readers on PostgreSQL. */
class PostgresDatasetsTest extends DatasetsContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

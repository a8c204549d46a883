package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;

/** Values on PostgreSQL. */
class PostgresValuesTest extends ValuesContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

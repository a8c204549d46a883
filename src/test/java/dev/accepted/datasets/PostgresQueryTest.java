package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;

/** Queries on PostgreSQL. */
class PostgresQueryTest extends QueryContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

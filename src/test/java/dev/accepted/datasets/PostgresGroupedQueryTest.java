package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;

/** Groups and aggregates on PostgreSQL. */
class PostgresGroupedQueryTest extends GroupedQueryContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

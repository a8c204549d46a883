package dev.accepted.datasets;

import dev.accepted.datasets.DatasetsFixture.Place;

/** Many groups on PostgreSQL. */
class PostgresManyGroupsTest extends ManyGroupsContract {

  @Override
  Place place() {
    return DatasetsFixture.shared();
  }
}

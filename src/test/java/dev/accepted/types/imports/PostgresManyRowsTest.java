package dev.accepted.types.imports;

import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.DatasetsFixture.SharedPlace;
import dev.accepted.sql.Database;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Many rows on PostgreSQL. */
class PostgresManyRowsTest extends ManyRowsContract {

  private static final long SOME_BATCHES = 20_000;

  private final SharedPlace place = DatasetsFixture.shared();
  private final Database watched = place.database();

  @AfterEach
  void close() {
    watched.close();
  }

  @Override
  Place place() {
    return place;
  }

  @Override
  List<String> whereabouts() {
    return List.of(place.url(), place.schema());
  }

  @Override
  boolean someAreThere() {
    return watched.read(
        session ->
            session
                    .first("select to_regclass('dataset_load')", row -> row.object(1) != null)
                    .orElseThrow()
                && session
                    .first(
                        "select 1 from dataset_load where row_count > ?", row -> true, SOME_BATCHES)
                    .isPresent());
  }
}

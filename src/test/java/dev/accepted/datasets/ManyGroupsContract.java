package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.Query.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** More groups than are gathered in memory. */
abstract class ManyGroupsContract {

  private static final int GROUPS = 30_000;

  /** Where there are no datasets yet. */
  abstract Place place();

  @Test
  void areSortedOnDisk() throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 3 * GROUPS; i++) {
      rows.add(new Object[] {"group " + i % GROUPS, (long) i});
    }
    List<Column> columns =
        List.of(new Column("key", ColumnType.TEXT), new Column("n", ColumnType.INTEGER));
    List<Aggregate> aggregates = new ArrayList<>();
    for (Function function : Function.values()) {
      aggregates.add(new Aggregate(function, "n", function.wireName()));
    }
    Query query =
        new Query(
            List.of(), List.of(), List.of("key"), aggregates, List.of(new Sort("sum", true)), 0);
    try (Datasets datasets = place().open()) {
      DatasetsFixture.load(datasets, DatasetsFixture.job(1), "many", columns, rows);
      List<List<@Nullable Object>> found = DatasetsFixture.ask(datasets, "many", query);
      assertThat(found).hasSize(GROUPS);
      for (int i = 0; i < GROUPS; i++) {
        long least = GROUPS - 1L - i;
        long middle = least + GROUPS;
        BigDecimal mean = BigDecimal.valueOf(middle);
        assertThat(found.get(i))
            .isEqualTo(
                List.of("group " + least, 3L, 3 * middle, mean, least, middle + GROUPS, mean));
      }
    }
  }
}

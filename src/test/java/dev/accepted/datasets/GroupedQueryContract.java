package dev.accepted.datasets;

import static dev.accepted.datasets.DatasetsFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query.Aggregate;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Function;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.datasets.Query.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups and aggregates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GroupedQueryContract {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("kind", ColumnType.TEXT),
          new Column("number", ColumnType.INTEGER),
          new Column("price", ColumnType.DECIMAL));

  private static final Aggregate COUNT = new Aggregate(Function.COUNT, null, "rows");

  private Datasets datasets;

  /** Where there are no datasets yet. */
  abstract Place place();

  @BeforeAll
  void load() {
    datasets = place().open();
    DatasetsFixture.load(
        datasets,
        DatasetsFixture.job(1),
        "sales",
        COLUMNS,
        List.of(
            row("b", 3L, "1.5"),
            row("a", 1L, "1"),
            row(null, 9L, "100"),
            row("a", null, "2"),
            row("b", 4L, null),
            row("a", 2L, "2.00")));
  }

  @AfterAll
  void close() {
    datasets.close();
  }

  private static Object[] row(
      @Nullable String kind, @Nullable Long number, @Nullable String price) {
    return new Object[] {kind, number, price == null ? null : new BigDecimal(price)};
  }

  @Test
  void computesEveryFunction() throws Exception {
    List<Aggregate> all = new ArrayList<>(List.of(COUNT));
    for (Function function : Function.values()) {
      all.add(new Aggregate(function, "price", function.wireName()));
    }
    assertThat(ask(datasets, "sales", grouped(List.of("kind"), all)))
        .containsExactly(
            Arrays.asList(
                "a", 3L, 3L, big("5"), big("1.6666666666666666667"), big("1"), big("2"), big("2")),
            Arrays.asList("b", 2L, 1L, big("1.5"), big("1.5"), big("1.5"), big("1.5"), big("1.5")),
            Arrays.asList(
                null, 1L, 1L, big("100"), big("100"), big("100"), big("100"), big("100")));
  }

  @Test
  void typesFollowTheFunction() throws Exception {
    List<Aggregate> all = new ArrayList<>();
    for (Function function : Function.values()) {
      all.add(new Aggregate(function, "number", function.wireName()));
    }
    try (RowCursor cursor =
        datasets.of(DatasetsFixture.OWNER).query("sales", grouped(List.of(), all))) {
      assertThat(cursor.columns().stream().map(column -> column.type().wireName()))
          .containsExactly("integer", "integer", "decimal", "integer", "integer", "decimal");
    }
    assertThat(ask(datasets, "sales", grouped(List.of(), all)))
        .containsExactly(Arrays.asList(5L, 19L, big("3.8"), 1L, 9L, big("3")));
  }

  @Test
  void withoutRowsThereIsOneEmptyAnswer() throws Exception {
    Query query =
        new Query(
            List.of(),
            List.of(new Filter("kind", Operator.EQ, List.of("z"))),
            List.of(),
            List.of(
                COUNT,
                new Aggregate(Function.SUM, "price", "sum"),
                new Aggregate(Function.MEDIAN, "price", "median")),
            List.of(),
            0);
    assertThat(ask(datasets, "sales", query)).containsExactly(Arrays.asList(0L, null, null));
  }

  @Test
  void sortsByAggregatesAndChoosesColumns() throws Exception {
    Query query =
        new Query(
            List.of("median", "kind"),
            List.of(),
            List.of("kind"),
            List.of(COUNT, new Aggregate(Function.MEDIAN, "number", "median")),
            List.of(new Sort("rows", true)),
            2);
    assertThat(ask(datasets, "sales", query))
        .containsExactly(List.of(big("1.5"), "a"), List.of(big("3.5"), "b"));
  }

  @Test
  void groupsAloneAreTheDistinctValues() throws Exception {
    assertThat(ask(datasets, "sales", grouped(List.of("price"), List.of())))
        .containsExactly(
            List.of(big("1")),
            List.of(big("1.5")),
            List.of(big("2")),
            List.of(big("100")),
            Arrays.asList((Object) null));
  }

  @Test
  void refusesWhatMakesNoSense() {
    refused(new Aggregate(Function.SUM, "kind", "x"), "no sum");
    refused(new Aggregate(Function.MEDIAN, "kind", "x"), "no median");
    refused(new Aggregate(Function.SUM, null, "x"), "needs a column");
    refused(new Aggregate(Function.MAX, "colour", "x"), "no column 'colour'");
    refused(new Aggregate(Function.MAX, "price", "kind"), "two columns");
    assertThatThrownBy(
            () ->
                datasets
                    .of(DatasetsFixture.OWNER)
                    .query(
                        "sales",
                        new Query(
                            List.of(),
                            List.of(),
                            List.of("kind"),
                            List.of(COUNT),
                            List.of(new Sort("price", false)),
                            0)))
        .isInstanceOf(InvalidQuery.class);
  }

  @Test
  void aSumBeyond64BitsIsRefused() {
    DatasetsFixture.load(
        datasets,
        DatasetsFixture.job(2),
        "huge",
        COLUMNS,
        List.of(row("a", Long.MAX_VALUE, null), row("a", 1L, null)));
    Query sum = grouped(List.of("kind"), List.of(new Aggregate(Function.SUM, "number", "sum")));
    assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).query("huge", sum))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("64 bits");
  }

  private void refused(Aggregate aggregate, String words) {
    assertThatThrownBy(
            () ->
                datasets
                    .of(DatasetsFixture.OWNER)
                    .query("sales", grouped(List.of("kind"), List.of(aggregate))))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining(words);
  }

  private static Query grouped(List<String> keys, List<Aggregate> aggregates) {
    return new Query(List.of(), List.of(), keys, aggregates, List.of(), 0);
  }

  private static BigDecimal big(String number) {
    return new BigDecimal(number);
  }
}

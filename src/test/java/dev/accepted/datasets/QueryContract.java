package dev.accepted.datasets;

import static dev.accepted.datasets.DatasetsFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.datasets.Query.Filter;
import dev.accepted.datasets.Query.Operator;
import dev.accepted.datasets.Query.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing, filtering and sorting rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryContract {

  private static final String HOSTILE = "\"; drop table dataset; --";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", ColumnType.INTEGER),
          new Column("price", ColumnType.DECIMAL),
          new Column("day", ColumnType.DATE),
          new Column("at", ColumnType.TIMESTAMP),
          new Column("open", ColumnType.BOOLEAN),
          new Column(HOSTILE, ColumnType.TEXT));

  private Datasets datasets;

  /** Where there are no datasets yet. */
  abstract Place place();

  @BeforeAll
  void load() {
    datasets = place().open();
    DatasetsFixture.load(
        datasets,
        DatasetsFixture.job(1),
        "things",
        COLUMNS,
        List.of(
            row(1L, "10.50", "2026-01-01", "2026-01-01T10:00", true, "Apple pie"),
            row(2L, "200", "2026-01-02", "2026-01-02T11:30:15.5", false, "100% 'juice'"),
            row(3L, "0.001", "2026-01-03", "2026-01-03T00:00", true, HOSTILE),
            new Object[] {4L, null, null, null, null, null},
            row(5L, "-7", "2025-12-31", "2025-12-31T23:59:59", false, "apple"),
            row(6L, "10.5", "2026-02-01", "2026-02-01T00:00", true, "Ünïcode 🚀")));
  }

  @AfterAll
  void close() {
    datasets.close();
  }

  private static Object[] row(
      long id, String price, String day, String at, boolean open, String text) {
    return new Object[] {
      id, new BigDecimal(price), LocalDate.parse(day), LocalDateTime.parse(at), open, text
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id     | EQ       | 3          | 3",
        "id     | LT       | 2.5        | 1,2",
        "price  | EQ       | 10.500     | 1,6",
        "price  | NE       | 10.5       | 2,3,4,5",
        "price  | LT       | 0.001      | 5",
        "price  | LE       | 0.001      | 3,5",
        "price  | GT       | 10.5       | 2",
        "price  | GE       | 10.5       | 1,2,6",
        "price  | IN       | 200;-7;99  | 2,5",
        "price  | BETWEEN  | 0;10.5     | 1,3,6",
        "price  | IS_NULL  |            | 4",
        "day    | GE       | 2026-01-02 | 2,3,6",
        "day    | BETWEEN  | 2025-12-31;2026-01-01 | 1,5",
        "at     | LT       | 2026-01-01 | 5",
        "at     | EQ       | 2026-01-02T12:30:15.500+01:00 | 2",
        "open   | EQ       | TRUE       | 1,3,6",
        "open   | NE       | true       | 2,4,5",
        "text   | EQ       | apple      | 5",
        "text   | CONTAINS | pple       | 1,5",
        "text   | CONTAINS | %          | 2",
        "text   | CONTAINS | 'juice'    | 2",
        "text   | CONTAINS | 🚀         | 6",
        "text   | LT       | B          | 1,2,3",
      })
  void filters(String column, Operator operator, String values, String ids) throws Exception {
    String name = column.equals("text") ? HOSTILE : column;
    List<Object> operands = values == null ? List.of() : List.of((Object[]) values.split(";"));
    assertThat(ids(new Filter(name, operator, operands))).isEqualTo(ids);
  }

  @Test
  void comparesWithNumbersAndHostileValues() throws Exception {
    assertThat(ids(new Filter("id", Operator.IN, List.of(1L, new BigDecimal("2.0"), 9))))
        .isEqualTo("1,2");
    assertThat(ids(new Filter(HOSTILE, Operator.EQ, List.of(HOSTILE)))).isEqualTo("3");
    assertThat(ids(new Filter(HOSTILE, Operator.EQ, List.of("' or '1'='1")))).isEmpty();
    assertThat(ids(new Filter("id", Operator.IN, List.of()))).isEmpty();
    assertThat(datasets.of(DatasetsFixture.OWNER).find("things").orElseThrow().columns())
        .isEqualTo(COLUMNS);
  }

  @Test
  void allFiltersMustPass() throws Exception {
    assertThat(
            ids(
                new Filter("open", Operator.EQ, List.of(true)),
                new Filter("price", Operator.GT, List.of(1))))
        .isEqualTo("1,6");
  }

  @Test
  void sortsWithEmptyValuesLastEitherWay() throws Exception {
    assertThat(sorted(new Sort("price", false))).isEqualTo("5,3,1,6,2,4");
    assertThat(sorted(new Sort("price", true))).isEqualTo("2,1,6,3,5,4");
    assertThat(sorted(new Sort("open", false), new Sort("id", true))).isEqualTo("5,2,6,3,1,4");
    assertThat(sorted(new Sort(HOSTILE, false))).isEqualTo("3,2,1,5,6,4");
  }

  @Test
  void answersInJavaTypes() throws Exception {
    Query query =
        new Query(List.of(), List.of(), List.of(), List.of(), List.of(new Sort("price", true)), 1);
    assertThat(ask(datasets, "things", query))
        .containsExactly(
            List.of(
                2L,
                new BigDecimal("200"),
                LocalDate.parse("2026-01-02"),
                LocalDateTime.parse("2026-01-02T11:30:15.5"),
                false,
                "100% 'juice'"));
    assertThat(ask(datasets, "things", Query.ALL)).hasSize(6);
  }

  @Test
  void givesChosenColumnsInTheirOrder() throws Exception {
    Query query = new Query(List.of(HOSTILE, "id"), List.of(), List.of(), List.of(), List.of(), 1);
    try (RowCursor cursor = datasets.of(DatasetsFixture.OWNER).query("things", query)) {
      assertThat(cursor.columns()).extracting(Column::name).containsExactly(HOSTILE, "id");
    }
    assertThat(ask(datasets, "things", query)).containsExactly(List.of("Apple pie", 1L));
  }

  @Test
  void refusesWhatIsNotThere() {
    refused(new Filter("colour", Operator.EQ, List.of("red")), "no column 'colour'");
    refused(new Filter("c1", Operator.EQ, List.of(1)), "no column 'c1'");
    refused(new Filter("id", Operator.EQ, List.of("many")), "holds integer");
    refused(new Filter("day", Operator.EQ, List.of("2026-02-30")), "holds date");
    refused(new Filter("id", Operator.EQ, List.of()), "0 values");
    refused(new Filter("id", Operator.BETWEEN, List.of(1)), "1 values");
    refused(new Filter("id", Operator.CONTAINS, List.of("1")), "only text");
    assertThatThrownBy(() -> sorted(new Sort("colour", false))).isInstanceOf(InvalidQuery.class);
    assertThatThrownBy(() -> datasets.of(DatasetsFixture.OWNER).query("nothing", Query.ALL))
        .isInstanceOf(NoSuchDataset.class);
  }

  private void refused(Filter filter, String words) {
    assertThatThrownBy(() -> ids(filter))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining(words);
  }

  private String ids(Filter... filters) throws Exception {
    return ids(new Query(List.of("id"), List.of(filters), List.of(), List.of(), List.of(), 0));
  }

  private String sorted(Sort... sort) throws Exception {
    return ids(new Query(List.of("id"), List.of(), List.of(), List.of(), List.of(sort), 0));
  }

  private String ids(Query query) throws Exception {
    return String.join(
        ",", ask(datasets, "things", query).stream().map(row -> row.get(0) + "").toList());
  }
}

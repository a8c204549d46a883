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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored comes back as it was, and is compared alike, on every database. */
abstract class ValuesContract {

  private static final String LIGATURE = "\uFB00";
  private static final String ROCKET = "\uD83D\uDE80";

  private Datasets datasets;

  /** Where there are no datasets yet. */
  abstract Place place();

  @BeforeEach
  void open() {
    datasets = place().open();
  }

  @AfterEach
  void close() {
    datasets.close();
  }

  private void load(ColumnType type, Object... values) {
    List<Object[]> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(new Object[] {value});
    }
    DatasetsFixture.load(
        datasets, DatasetsFixture.job(1), "d", List.of(new Column("c", type)), rows);
  }

  private List<@Nullable Object> all() throws Exception {
    return values(Query.ALL);
  }

  private List<@Nullable Object> values(Query query) throws Exception {
    return ask(datasets, "d", query).stream().map(row -> row.get(0)).toList();
  }

  private List<@Nullable Object> passing(Operator operator, Object... operands) throws Exception {
    Filter filter = new Filter("c", operator, List.of(operands));
    return values(new Query(List.of(), List.of(filter), List.of(), List.of(), List.of(), 0));
  }

  @Test
  void wholeNumbers() throws Exception {
    load(ColumnType.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE, 0L);
    assertThat(all()).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, 0L);
    assertThat(passing(Operator.GT, new BigDecimal("9223372036854775806.5")))
        .containsExactly(Long.MAX_VALUE);
  }

  @Test
  void fractionsAreExactAndComeWithoutZerosAtTheirEnd() throws Exception {
    BigDecimal many = new BigDecimal("-" + "1234567890".repeat(11) + ".12345678");
    BigDecimal large = new BigDecimal("1E400");
    BigDecimal little = new BigDecimal("1E-400");
    load(
        ColumnType.DECIMAL,
        many,
        large,
        little,
        new BigDecimal("0.00"),
        new BigDecimal("100"),
        new BigDecimal("1.50"));
    assertThat(all())
        .containsExactly(
            many,
            large.setScale(0),
            little,
            BigDecimal.ZERO,
            BigDecimal.valueOf(100),
            new BigDecimal("1.5"));
    assertThat(passing(Operator.EQ, "1.5000")).containsExactly(new BigDecimal("1.5"));
    assertThat(passing(Operator.GT, "1E399")).containsExactly(large.setScale(0));
  }

  @Test
  void timesHaveNanoseconds() throws Exception {
    LocalDateTime first = LocalDateTime.of(1, 1, 1, 0, 0, 0, 1);
    LocalDateTime before1970 = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999);
    LocalDateTime fine = LocalDateTime.of(2026, 11, 22, 10, 0, 0, 123_456_789);
    LocalDateTime last = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999);
    load(ColumnType.TIMESTAMP, first, before1970, fine, last);
    assertThat(all()).containsExactly(first, before1970, fine, last);
    assertThat(passing(Operator.EQ, "2026-11-22T10:00:00.123456789Z")).containsExactly(fine);
    assertThat(passing(Operator.GT, "2026-11-22T10:00:00.123456788")).containsExactly(fine, last);
    assertThat(passing(Operator.BETWEEN, "1969-12-31T23:59:59.999999999", "1970-01-01"))
        .containsExactly(before1970);
  }

  @Test
  void days() throws Exception {
    LocalDate first = LocalDate.of(1, 1, 1);
    LocalDate leap = LocalDate.of(1600, 2, 29);
    LocalDate last = LocalDate.of(9999, 12, 31);
    load(ColumnType.DATE, first, leap, last);
    assertThat(all()).containsExactly(first, leap, last);
    assertThat(passing(Operator.LE, "1600-02-29")).containsExactly(first, leap);
  }

  @Test
  void yearsThatNotEveryDatabaseKnowsMakeNoDates() {
    assertThat(ValueParser.parse(ColumnType.DATE, "0000-12-31")).isNull();
    assertThat(ValueParser.parse(ColumnType.TIMESTAMP, "9999-12-31T23:30-01:00")).isNull();
    assertThat(ValueParser.parse(ColumnType.TIMESTAMP, "9999-12-31T23:30+01:00")).isNotNull();
  }

  @Test
  void textIsKeptAsItIs() throws Exception {
    Object[] texts = {
      "\\N", "tab\t, line\nand\r, \\ \" ' $1 ?", " blanks ", ROCKET, "x".repeat(1_000_000), "\u0001"
    };
    load(ColumnType.TEXT, texts);
    assertThat(all()).containsExactly(texts);
    assertThat(passing(Operator.CONTAINS, "\\")).containsExactly(texts[0], texts[1]);
  }

  @Test
  void textIsOrderedByCodePoints() throws Exception {
    load(ColumnType.TEXT, ROCKET, "b", "é", "Z", LIGATURE, "a b", "a", "_", "ab");
    assertThat(
            values(
                new Query(
                    List.of(), List.of(), List.of(), List.of(), List.of(new Sort("c", false)), 0)))
        .containsExactly("Z", "_", "a", "a b", "ab", "b", "é", LIGATURE, ROCKET);
    assertThat(passing(Operator.LT, "_")).containsExactly("Z");
    assertThat(passing(Operator.GE, ROCKET)).containsExactly(ROCKET);
    assertThat(passing(Operator.BETWEEN, "é", "\uFFFF")).containsExactly("é", LIGATURE);
    Query extremes =
        new Query(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Aggregate(Function.MIN, "c", "min"), new Aggregate(Function.MAX, "c", "max")),
            List.of(),
            0);
    assertThat(ask(datasets, "d", extremes)).containsExactly(List.of("Z", ROCKET));
  }

  @Test
  void noFilterAsksForTextThatCannotBe() {
    load(ColumnType.TEXT, "a");
    assertThatThrownBy(() -> passing(Operator.EQ, "a\0"))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("U+0000");
  }

  @Test
  void filtersTakeManyValuesButNotAnyNumber() throws Exception {
    load(ColumnType.INTEGER, 1L, 9_999L, 10_001L);
    List<Object> many = new ArrayList<>();
    for (long i = 0; i < 10_000; i++) {
      many.add(i);
    }
    Filter filter = new Filter("c", Operator.IN, many);
    List<Filter> most = List.of(filter, filter, filter, filter, filter);
    assertThat(values(new Query(List.of(), most, List.of(), List.of(), List.of(), 0)))
        .containsExactly(1L, 9_999L);
    List<Filter> tooMany = new ArrayList<>(most);
    tooMany.add(new Filter("c", Operator.EQ, List.of(1L)));
    assertThatThrownBy(
            () -> values(new Query(List.of(), tooMany, List.of(), List.of(), List.of(), 0)))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("50001");
  }

  @Test
  void allThatIsEmptyStaysSo() throws Exception {
    List<Column> columns = new ArrayList<>();
    for (ColumnType type : ColumnType.values()) {
      columns.add(new Column(type.wireName(), type));
    }
    Object[] empty = new Object[columns.size()];
    DatasetsFixture.load(
        datasets, DatasetsFixture.job(1), "d", columns, List.of(empty, empty.clone()));
    assertThat(ask(datasets, "d", Query.ALL))
        .containsExactly(Arrays.asList(empty), Arrays.asList(empty));
  }
}

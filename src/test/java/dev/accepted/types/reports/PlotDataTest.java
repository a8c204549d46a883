package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.types.reports.CategoryData.Bar;
import dev.accepted.types.reports.PlotSpec.Kind;
import dev.accepted.types.reports.PlotSpec.Merge;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn of many rows, and what is said of the rest. */
class PlotDataTest {

  private static PlotData collect(
      Kind kind, ColumnType x, Merge merge, GeneratedRows.Cell cell, int rows) {
    List<Column> columns = List.of(new Column("x", x), new Column("y", ColumnType.INTEGER));
    PlotData data = new PlotSpec(kind, 0, columns.get(0), 1, columns.get(1), merge).collect();
    GeneratedRows cursor = new GeneratedRows(columns, rows, cell);
    while (cursor.next()) {
      data.accept(cursor);
    }
    return data;
  }

  private static CategoryData names(Kind kind, Merge merge, GeneratedRows.Cell cell, int rows) {
    return (CategoryData) collect(kind, ColumnType.TEXT, merge, cell, rows);
  }

  @Test
  void barsWithOneNameAreMerged() {
    List<Long> values = List.of(1L, 5L, 3L);
    GeneratedRows.Cell cell = (row, column) -> column == 0 ? "a" : values.get((int) row);
    assertThat(names(Kind.BAR, Merge.ADD, cell, 3).bars()).containsExactly(new Bar("a", 9));
    assertThat(names(Kind.BAR, Merge.AVERAGE, cell, 3).bars()).containsExactly(new Bar("a", 3));
    assertThat(names(Kind.BAR, Merge.LEAST, cell, 3).bars()).containsExactly(new Bar("a", 1));
    CategoryData greatest = names(Kind.BAR, Merge.GREATEST, cell, 3);
    assertThat(greatest.bars()).containsExactly(new Bar("a", 5));
    assertThat(greatest.notes())
        .containsExactly(
            "Rows with the same x are taken together; their values of y are reduced to the"
                + " greatest.");
  }

  @Test
  void theLargestBarsStayInTheirOrder() {
    CategoryData data =
        names(Kind.BAR, Merge.ADD, (row, c) -> c == 0 ? "n" + row : (Object) (row * 7 % 100), 100);
    assertThat(data.bars()).hasSize(24).allMatch(bar -> bar.value() >= 76);
    assertThat(data.bars()).extracting(bar -> Integer.parseInt(bar.name().substring(1))).isSorted();
    assertThat(data.notes()).containsExactly("The 24 largest of 100 values of x are drawn.");
  }

  @Test
  void smallSlicesAreOneAndNegativeOnesNone() {
    CategoryData data =
        names(Kind.PIE, Merge.ADD, (row, c) -> c == 0 ? "n" + row : (Object) (row - 1), 22);
    assertThat(data.bars()).hasSize(9).first().isEqualTo(new Bar("n21", 20));
    assertThat(data.bars()).last().isEqualTo(new Bar("Other (12)", 78));
    assertThat(data.notes()).containsExactly("Values of y that are not above zero are left out.");
  }

  @Test
  void namesWithoutEndAreBounded() {
    CategoryData data =
        names(Kind.BAR, Merge.ADD, (row, c) -> c == 0 ? "n" + row : (Object) 1L, 10_500);
    assertThat(data.bars()).hasSize(24);
    assertThat(data.notes())
        .contains("Rows left out after the first 10\u202f000 values of x: 500.");
  }

  @Test
  void pointsAreThinnedEvenly() {
    PointData data =
        (PointData)
            collect(Kind.SCATTER, ColumnType.INTEGER, Merge.ADD, (row, column) -> row, 100_000);
    assertThat(data.points()).hasSize(3_125).last().isEqualTo(new PointData.Point(99_968, 99_968));
    assertThat(data.notes()).containsExactly("3125 of 100\u202f000 points are drawn: one in 32.");
  }

  @Test
  void aLineOverDaysTellsOfGapsAndAverages() {
    List<List<?>> rows =
        List.of(
            List.of(LocalDate.of(1970, 1, 2), 1L),
            List.of(LocalDate.of(1970, 1, 2), 2L),
            Arrays.asList(LocalDate.of(1970, 1, 3), null));
    PointData data =
        (PointData)
            collect(
                Kind.LINE,
                ColumnType.DATE,
                Merge.AVERAGE,
                (row, column) -> rows.get((int) row).get(column),
                3);
    assertThat(data.points())
        .containsExactly(new PointData.Point(86_400_000, 1), new PointData.Point(86_400_000, 2));
    assertThat(data.notes())
        .containsExactly(
            "Rows without a value are left out: 1.",
            "Where rows share a value of x, the line follows their average.");
  }
}

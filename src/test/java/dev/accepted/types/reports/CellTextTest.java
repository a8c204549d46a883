package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as people read them. */
class CellTextTest {

  @ParameterizedTest
  @CsvSource({
    "2026, 2026",
    "-9999, -9999",
    "10000, 10|000",
    "-12345, -12|345",
    "123456, 123|456",
    "1234567.8901, 1|234|567.8901",
    "0.123456, 0.123456"
  })
  void digitsAreGroupedFromFiveOn(String number, String groups) {
    assertThat(String.join("|", CellText.groups(number))).isEqualTo(groups);
  }

  private static CellText decimals(boolean rounded, String... values) {
    List<Column> columns = List.of(new Column("x", ColumnType.DECIMAL));
    List<List<BigDecimal>> rows =
        List.of(values).stream().map(value -> List.of(new BigDecimal(value))).toList();
    Report report =
        new Report(
            "", List.of(), Instant.EPOCH, rounded ? List.of("x") : List.of(), Optional.empty());
    ReportRows cursor =
        new ReportRows(
            new GeneratedRows(columns, rows.size(), (row, c) -> rows.get((int) row).get(c)),
            List.of());
    return CellText.of(report, cursor).get(0);
  }

  @Test
  void fractionsOfAColumnAreOfOneLengthAndNeverRounded() {
    CellText text = decimals(false, "10", "9.5", "9.25");
    assertThat(text.of(new BigDecimal("10"))).isEqualTo("10.00");
    assertThat(text.of(new BigDecimal("-122.4194155"))).isEqualTo("-122.4194155");
  }

  @Test
  void averagesShowFiveFigures() {
    assertThat(decimals(true, "812.34567891", "3").of(new BigDecimal("812.34567891")))
        .isEqualTo("812.35");
    assertThat(decimals(true, "1.23456789").of(new BigDecimal("1.23456789"))).isEqualTo("1.2346");
    assertThat(decimals(true, "0.000123456").of(new BigDecimal("0.000123456")))
        .isEqualTo("0.00012346");
    assertThat(decimals(true, "2", "4").of(new BigDecimal("2.0000"))).isEqualTo("2");
  }

  @Test
  void timesAreIso() {
    List<Column> columns = List.of(new Column("x", ColumnType.TIMESTAMP));
    Report report = new Report("", List.of(), Instant.EPOCH, List.of(), Optional.empty());
    ReportRows none = new ReportRows(new GeneratedRows(columns, 0, (r, c) -> r), List.of());
    CellText text = CellText.of(report, none).get(0);
    assertThat(text.of(LocalDateTime.of(2026, 1, 2, 3, 4))).isEqualTo("2026-01-02 03:04:00");
    assertThat(text.of(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 250_000_000)))
        .isEqualTo("2026-01-02 03:04:05.25");
  }
}

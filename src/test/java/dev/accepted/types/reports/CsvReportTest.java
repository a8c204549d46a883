package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV after RFC 4180, and no formulas in it. */
class CsvReportTest {

  private static String csv(String column, String value) throws IOException {
    List<Column> columns = List.of(new Column(column, ColumnType.TEXT));
    return Written.text(new CsvReport(), "", GeneratedRows.of(columns, List.of(List.of(value))));
  }

  @Test
  void valuesAreWrittenInFull() throws IOException {
    List<Column> columns =
        List.of(
            new Column("whole", ColumnType.INTEGER),
            new Column("part", ColumnType.DECIMAL),
            new Column("day", ColumnType.DATE),
            new Column("moment", ColumnType.TIMESTAMP),
            new Column("yes", ColumnType.BOOLEAN),
            new Column("text", ColumnType.TEXT));
    GeneratedRows rows =
        GeneratedRows.of(
            columns,
            List.of(
                List.of(
                    -1234567L,
                    new BigDecimal("1E-10"),
                    LocalDate.of(2026, 1, 2),
                    LocalDateTime.of(2026, 1, 2, 3, 4),
                    true,
                    "a, \"b\"\nc"),
                Arrays.asList(null, null, null, null, null, null)));
    assertThat(Written.text(new CsvReport(), "", rows).split("\r\n", -1))
        .containsExactly(
            "whole,part,day,moment,yes,text",
            "-1234567,0.0000000001,2026-01-02,2026-01-02T03:04,true,\"a, \"\"b\"\"\nc\"",
            ",,,,,",
            "");
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+cmd, '''+cmd'",
    "-2+3, '''-2+3'",
    "@SUM(A1), '''@SUM(A1)'",
    "-12.5, -12.5",
    "+4930, +4930",
    "a=b, a=b"
  })
  void aTextIsNoFormula(String text, String written) throws IOException {
    assertThat(csv("x", text)).isEqualTo("x\r\n" + written + "\r\n");
  }

  @Test
  void norAreTabsReturnsAndHeaders() throws IOException {
    assertThat(csv("=x", "\t=1")).isEqualTo("'=x\r\n'\t=1\r\n");
    assertThat(csv("x", "\r=1")).isEqualTo("x\r\n\"'\r=1\"\r\n");
  }
}

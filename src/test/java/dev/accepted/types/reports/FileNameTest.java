package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** File names made of titles. */
class FileNameTest {

  @Test
  void wordsAreJoinedByHyphens() {
    assertThat(FileName.of("Delays by origin!", ReportFormat.PDF))
        .isEqualTo("delays-by-origin.pdf");
    assertThat(FileName.of("Zürich / Москва", ReportFormat.XLSX)).isEqualTo("zürich-москва.xlsx");
  }

  @Test
  void nothingLeadsOutOfAFolder() {
    assertThat(FileName.of("../../etc/passwd", ReportFormat.CSV)).isEqualTo("etc-passwd.csv");
    assertThat(FileName.of("\"\r\n", ReportFormat.HTML)).isEqualTo("report.html");
    assertThat(FileName.of("x".repeat(200), ReportFormat.CSV)).hasSize(84);
  }

  @Test
  void theStemIsWithoutFoldersAndEnding() {
    assertThat(FileName.stem("C:\\data\\sales.2026.csv")).isEqualTo("sales.2026");
    assertThat(FileName.stem(".csv")).isEqualTo(".csv");
  }
}

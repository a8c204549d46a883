package dev.accepted.types.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Pages, read back. */
class PdfReportTest {

  private static final List<Column> TWO =
      List.of(new Column("number", ColumnType.INTEGER), new Column("text", ColumnType.TEXT));

  private static PDDocument pdf(String title, GeneratedRows rows) throws IOException {
    return Loader.loadPDF(Written.bytes(new PdfReport(), title, rows));
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }

  @Test
  void eachPageHasHeaderAndNumber() throws IOException {
    GeneratedRows rows =
        new GeneratedRows(TWO, 300, (row, column) -> column == 0 ? (Object) row : "row " + row);
    try (PDDocument pdf = pdf("Pages", rows)) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(4);
      for (int page = 1; page <= pages; page++) {
        assertThat(text(pdf, page))
            .contains("number text", "Page " + page + " of " + pages, "Pages · 2026-11-21");
      }
      String all = new PDFTextStripper().getText(pdf);
      IntStream.range(0, 300).forEach(row -> assertThat(all).contains(row + " row " + row));
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Pages");
    }
  }

  @Test
  void lettersOfManyScriptsAreEmbedded() throws IOException {
    GeneratedRows rows = GeneratedRows.of(TWO, List.of(List.of(1L, "Zürich Αθήνα Москва Łódź ∑")));
    try (PDDocument pdf = pdf("Städte", rows)) {
      assertThat(text(pdf, 1)).contains("Städte", "Zürich Αθήνα Москва Łódź ∑");
      PDPage page = pdf.getPage(0);
      List<PDFont> fonts = new ArrayList<>();
      for (var name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
      assertThat(fonts).extracting(PDFont::getName).anyMatch(name -> name.contains("DejaVu"));
      assertThat(fonts)
          .filteredOn(font -> font.getName().contains("DejaVu"))
          .allMatch(PDFont::isEmbedded);
    }
  }

  @Test
  void chineseIsText() throws IOException {
    GeneratedRows rows = GeneratedRows.of(TWO, List.of(List.of(1L, "東京 and 北京")));
    try (PDDocument pdf = pdf("Cities", rows)) {
      assertThat(text(pdf, 1)).contains("東京", "北京");
    }
  }

  @Test
  void manyColumnsTurnThePaper() throws IOException {
    List<Column> columns =
        IntStream.range(0, 9).mapToObj(i -> new Column("column " + i, ColumnType.TEXT)).toList();
    GeneratedRows rows =
        new GeneratedRows(columns, 3, (row, column) -> "some words of text " + column);
    try (PDDocument pdf = pdf("Wide", rows)) {
      float width = pdf.getPage(0).getMediaBox().getWidth();
      assertThat(width).isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
    }
  }

  @Test
  void aLongTextIsBrokenAndCutANumberNever() throws IOException {
    String words = "word ".repeat(200);
    GeneratedRows rows =
        new GeneratedRows(
            TWO,
            300,
            (row, column) -> column == 1 ? words : row < 299 ? (Object) row : Long.MIN_VALUE);
    try (PDDocument pdf = pdf("Long", rows)) {
      String last = text(pdf, pdf.getNumberOfPages());
      assertThat(last).contains(Long.toString(Long.MIN_VALUE), "word…");
    }
  }
}

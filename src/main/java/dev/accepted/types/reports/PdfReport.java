package dev.accepted.types.reports;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;

/**
 * A PDF: title, facts, the plot, then the table with its header on each page. A page leaves memory
 * as soon as it is full.
 */
final class PdfReport implements ReportWriter {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final Color INK = new Color(0x1f, 0x29, 0x33);
  private static final Color SOFT = new Color(0x5b, 0x67, 0x70);
  private static final int LONGEST_FOOT = 70;

  @Override
  public void write(Report report, ReportRows rows, OutputStream out) throws IOException {
    PdfFonts fonts = PdfFonts.load();
    List<CellText> texts = CellText.of(report, rows);
    PdfLayout layout = PdfLayout.fit(rows, texts, fonts);
    float margin = PdfLayout.MARGIN;
    try (Document document = new Document(layout.page(), margin, margin, margin, margin + 8)) {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      writer.setCloseStream(false);
      describe(writer, document, report);
      document.open();
      writer.setPageEvent(new PdfFooter(fonts, foot(report), writer));
      heading(document, report, fonts);
      if (rows.isEmpty()) {
        document.add(paragraph(14, fonts.phrase("No row matches.", 10, false, INK)));
      } else if (report.plot().isPresent()) {
        PdfPlot plot = new PdfPlot(writer, document.right() - document.left(), fonts);
        document.add(plot.element());
        table(document, writer, layout, rows, texts, fonts);
        plot.draw(report.plot().get());
      } else {
        table(document, writer, layout, rows, texts, fonts);
      }
    }
  }

  private static void describe(PdfWriter writer, Document document, Report report) {
    document.addTitle(report.title());
    document.addCreator("Accepted");
    PdfDate created =
        new PdfDate(GregorianCalendar.from(report.createdAt().atZone(ZoneOffset.UTC)));
    writer.getInfo().put(PdfName.CREATIONDATE, created);
    writer.getInfo().put(PdfName.MODDATE, created);
  }

  private static String foot(Report report) {
    String title = report.title();
    String shown = title.length() <= LONGEST_FOOT ? title : title.substring(0, LONGEST_FOOT) + "…";
    return shown + " · " + MINUTE.format(report.createdAt());
  }

  private static void heading(Document document, Report report, PdfFonts fonts) {
    Paragraph title = paragraph(22, fonts.phrase(report.title(), 18, true, INK));
    title.setSpacingAfter(4);
    document.add(title);
    for (String fact : report.facts()) {
      document.add(paragraph(12, fonts.phrase(fact, 9, false, SOFT)));
    }
    String moment = "Made at " + MINUTE.format(report.createdAt());
    Paragraph made = paragraph(12, fonts.phrase(moment, 9, false, SOFT));
    made.setSpacingAfter(12);
    document.add(made);
  }

  private static Paragraph paragraph(float leading, Phrase words) {
    Paragraph paragraph = new Paragraph(leading);
    paragraph.add(words);
    return paragraph;
  }

  private static void table(
      Document document,
      PdfWriter writer,
      PdfLayout layout,
      ReportRows rows,
      List<CellText> texts,
      PdfFonts fonts) {
    PdfTable table = new PdfTable(document, writer, layout, rows.columns(), texts, fonts);
    while (rows.next()) {
      table.add(rows);
    }
  }
}

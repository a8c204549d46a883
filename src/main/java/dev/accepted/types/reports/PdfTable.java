package dev.accepted.types.reports;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTextArray;
import com.lowagie.text.pdf.PdfWriter;
import dev.accepted.datasets.Column;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws rows straight onto the pages. The library's own table takes eight times as long for each
 * row, and knows no gap between digits that isn't a character.
 */
final class PdfTable {

  private static final float SIZE = PdfLayout.TEXT;
  private static final float LEADING = 10;
  private static final float ABOVE = 3;

  /** Between groups of digits, in ems; from 0.1 on, programs that read PDFs see a space there. */
  private static final float GAP = 0.095f;

  private static final float THOUSANDTHS = 1000;
  private static final Color INK = new Color(0x1f, 0x29, 0x33);
  private static final Color RULE = new Color(0xd5, 0xda, 0xdf);
  private static final Color HEADER_RULE = new Color(0x5b, 0x67, 0x70);

  private final Document document;
  private final PdfContentByte canvas;
  private final PdfLayout layout;
  private final List<CellText> texts;
  private final PdfFonts fonts;
  private final PdfText breaker;
  private final List<List<String>> header = new ArrayList<>();
  private float y;

  /** Begins below what the document holds so far. */
  PdfTable(
      Document document,
      PdfWriter writer,
      PdfLayout layout,
      List<Column> columns,
      List<CellText> texts,
      PdfFonts fonts) {
    this.document = document;
    this.canvas = writer.getDirectContent();
    this.layout = layout;
    this.texts = texts;
    this.fonts = fonts;
    this.breaker = new PdfText(fonts);
    for (int i = 0; i < columns.size(); i++) {
      header.add(breaker.lines(columns.get(i).name(), inner(i), true));
    }
    y = writer.getVerticalPosition(true);
    if (y - 3 * height(header) < document.bottom()) {
      document.newPage();
      y = document.top();
    }
    draw(header, true);
  }

  private float inner(int column) {
    return layout.widths().get(column) - 2 * PdfLayout.PADDING;
  }

  /** Draws the current row, on a new page if it doesn't fit. */
  void add(ReportRows rows) {
    List<List<String>> cells = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      cells.add(cell(rows.value(i), i));
    }
    if (y - height(cells) < document.bottom()) {
      document.newPage();
      y = document.top();
      draw(header, true);
    }
    draw(cells, false);
  }

  private List<String> cell(@Nullable Object value, int column) {
    if (value == null) {
      return List.of();
    }
    CellText text = texts.get(column);
    String shown = text.of(value);
    return text.isNumber() ? List.of(shown) : breaker.lines(shown, inner(column), false);
  }

  private static float height(List<List<String>> cells) {
    int lines = 1;
    for (List<String> cell : cells) {
      lines = Math.max(lines, cell.size());
    }
    return lines * LEADING + 2 * ABOVE;
  }

  private void draw(List<List<String>> cells, boolean bold) {
    float height = height(cells);
    canvas.setColorFill(INK);
    float x = document.left();
    for (int i = 0; i < cells.size(); i++) {
      float line = y - ABOVE - SIZE;
      for (String text : cells.get(i)) {
        line(text, x + PdfLayout.PADDING, line, i, bold);
        line -= LEADING;
      }
      x += layout.widths().get(i);
    }
    y -= height;
    canvas.setColorStroke(bold ? HEADER_RULE : RULE);
    canvas.setLineWidth(bold ? 0.8f : 0.4f);
    canvas.moveTo(document.left(), y);
    canvas.lineTo(x, y);
    canvas.stroke();
  }

  private void line(String text, float left, float baseline, int column, boolean bold) {
    boolean number = texts.get(column).isNumber();
    if (number && !bold) {
      number(text, left + inner(column), baseline, inner(column));
    } else if (fonts.isPlain(text)) {
      BaseFont font = fonts.font(bold);
      float x = number ? left + inner(column) - font.getWidthPoint(text, SIZE) : left;
      canvas.beginText();
      canvas.setFontAndSize(font, SIZE);
      canvas.setTextMatrix(x, baseline);
      canvas.showText(text);
      canvas.endText();
    } else {
      int alignment = number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
      ColumnText.showTextAligned(
          canvas,
          alignment,
          fonts.phrase(text, SIZE, bold, INK),
          number ? left + inner(column) : left,
          baseline,
          0,
          PdfWriter.RUN_DIRECTION_LTR,
          0);
    }
  }

  /** Digits in groups; one that is too wide is squeezed, since a number must never be cut. */
  private void number(String text, float right, float baseline, float room) {
    BaseFont font = fonts.font(false);
    PdfTextArray parts = new PdfTextArray();
    float width = 0;
    for (String group : CellText.groups(text)) {
      if (width > 0) {
        parts.add(-GAP * THOUSANDTHS);
        width += GAP * SIZE;
      }
      parts.add(group);
      width += font.getWidthPoint(group, SIZE);
    }
    float squeeze = Math.min(1, room / width);
    canvas.beginText();
    canvas.setFontAndSize(font, SIZE);
    canvas.setTextMatrix(squeeze, 0, 0, 1, right - width * squeeze, baseline);
    canvas.showText(parts);
    canvas.endText();
  }
}

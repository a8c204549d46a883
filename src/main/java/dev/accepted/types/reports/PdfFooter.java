package dev.accepted.types.reports;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;

/** The foot of each page: what it belongs to, and "Page x of y". */
final class PdfFooter extends PdfPageEventHelper {

  private static final Color SOFT = new Color(0x5b, 0x67, 0x70);
  private static final float SIZE = 7.5f;
  private static final float BELOW = 18;
  private static final float TOTAL_WIDTH = 40;

  private final PdfFonts fonts;
  private final String text;
  private final PdfTemplate total;

  /**
   * @param text short enough for half a line
   */
  PdfFooter(PdfFonts fonts, String text, PdfWriter writer) {
    this.fonts = fonts;
    this.text = text;
    this.total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, 2 * SIZE);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    float y = document.bottom() - BELOW;
    show(canvas, Element.ALIGN_LEFT, text, document.left(), y);
    String page = "Page " + CellText.count(writer.getPageNumber()) + " of ";
    float x = document.right() - fonts.width("00\u202f000", SIZE, false);
    show(canvas, Element.ALIGN_RIGHT, page, x, y);
    canvas.addTemplate(total, x + fonts.width(" ", SIZE, false), y - SIZE / 2);
  }

  /** Only now is it known how many pages there are; each shows the same small template. */
  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    // The document has already counted on to the page that will not come.
    String pages = CellText.count(writer.getPageNumber() - 1L);
    show(total, Element.ALIGN_LEFT, pages, 0, SIZE / 2);
  }

  private void show(PdfContentByte canvas, int alignment, String words, float x, float y) {
    Phrase phrase = fonts.phrase(words, SIZE, false, SOFT);
    ColumnText.showTextAligned(canvas, alignment, phrase, x, y, 0);
  }
}

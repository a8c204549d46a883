package dev.accepted.types.reports;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.FontMapper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;

/**
 * The plot on a PDF's first page: room is kept for it before the rows are read, and it is drawn, as
 * lines and letters, when they have all been seen.
 */
final class PdfPlot {

  private static final Color SOFT = new Color(0x5b, 0x67, 0x70);
  private static final float ASPECT = 0.55f;
  private static final float TALLEST = 260;
  private static final float NOTES = 24;
  private static final float NOTE_SIZE = 7f;
  private static final float TEXT = 8;

  private final PdfFonts fonts;
  private final PdfTemplate room;

  /** Keeps room of that width. */
  PdfPlot(PdfWriter writer, float width, PdfFonts fonts) {
    this.fonts = fonts;
    float height = Math.min(TALLEST, width * ASPECT);
    this.room = writer.getDirectContent().createTemplate(width, height + NOTES);
  }

  /** The room, to be placed in the document. */
  Element element() throws BadElementException {
    Image image = Image.getInstance(room);
    image.setSpacingAfter(4);
    return image;
  }

  /** Fills it. */
  void draw(PlotData data) throws IOException {
    float height = room.getHeight() - NOTES;
    Graphics2D graphics = room.createGraphics(room.getWidth(), room.getHeight(), mapper());
    PlotDrawing.of(data, PlotStyle.of(TEXT))
        .draw(graphics, new Rectangle2D.Double(0, 0, room.getWidth(), height));
    graphics.dispose();
    ColumnText notes = new ColumnText(room);
    notes.setSimpleColumn(0, 0, room.getWidth(), NOTES, NOTE_SIZE + 2, Element.ALIGN_LEFT);
    notes.addText(fonts.phrase(String.join(" ", data.notes()), NOTE_SIZE, false, SOFT));
    notes.go();
  }

  private FontMapper mapper() {
    return new FontMapper() {
      @Override
      public BaseFont awtToPdf(Font font) {
        return fonts.font(font.isBold());
      }

      @Override
      public Font pdfToAwt(BaseFont font, int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
      }
    };
  }
}

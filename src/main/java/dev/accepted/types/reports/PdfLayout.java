package dev.accepted.types.reports;

import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Paper and columns: each column as wide as its header and its first values need, upright if they
 * fit, else across, else on larger paper; if even that is too narrow, the columns shrink in
 * proportion.
 *
 * @param widths of the columns in points, padding included
 */
record PdfLayout(Rectangle page, List<Float> widths) {

  /** From each edge of the paper to what is printed, in points. */
  static final float MARGIN = 42;

  /** Between a column's edge and its text. */
  static final float PADDING = 5;

  /** The size of a table's letters. */
  static final float TEXT = 8;

  private static final float WIDEST = 190;
  private static final float WIDEST_HEADER = 70;
  private static final float NARROWEST = 24;
  private static final float MOST_STRETCH = 1.7f;

  static PdfLayout fit(ReportRows rows, List<CellText> texts, PdfFonts fonts) {
    List<Float> natural = new ArrayList<>();
    float sum = 0;
    for (int i = 0; i < texts.size(); i++) {
      float width = natural(rows, i, texts.get(i), fonts);
      natural.add(width);
      sum += width;
    }
    Rectangle page = page(sum);
    float factor = Math.min(MOST_STRETCH, (page.getWidth() - 2 * MARGIN) / sum);
    return new PdfLayout(page, natural.stream().map(width -> width * factor).toList());
  }

  private static float natural(ReportRows rows, int column, CellText text, PdfFonts fonts) {
    float widest = header(rows.columns().get(column).name(), fonts);
    for (Object value : rows.sample(column)) {
      String shown = PdfText.oneLine(text.of(value));
      widest = Math.max(widest, fonts.width(shown, TEXT, false) * (text.isNumber() ? 1.12f : 1));
    }
    return Math.max(NARROWEST, Math.min(WIDEST, widest)) + 2 * PADDING;
  }

  /** A header may be broken between words, where that makes it much narrower. */
  private static float header(String name, PdfFonts fonts) {
    float whole = fonts.width(name, TEXT, true);
    float word = 0;
    for (String part : name.split(" ", -1)) {
      word = Math.max(word, fonts.width(part, TEXT, true));
    }
    return Math.max(word, Math.min(whole, WIDEST_HEADER));
  }

  private static Rectangle page(float width) {
    List<Rectangle> papers = List.of(PageSize.A4, across(PageSize.A4), across(PageSize.A3));
    return papers.stream()
        .filter(paper -> width <= paper.getWidth() - 2 * MARGIN)
        .findFirst()
        .orElse(across(PageSize.A3));
  }

  /** Wide paper, rather than upright paper that is turned. */
  private static Rectangle across(Rectangle upright) {
    return new Rectangle(upright.getHeight(), upright.getWidth());
  }
}

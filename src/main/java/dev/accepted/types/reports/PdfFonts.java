package dev.accepted.types.reports;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The fonts of one PDF. The typeface is embedded, cut down to the letters used; for Chinese,
 * Japanese and Korean, which it lacks, the viewer's own fonts are named.
 */
final class PdfFonts {

  private static final char FIRST_RIGHT_TO_LEFT = '\u0590';
  private static final char LAST_RIGHT_TO_LEFT = '\u08ff';

  private final BaseFont regular;
  private final BaseFont bold;
  private final List<BaseFont> fallbacks;

  private PdfFonts(BaseFont regular, BaseFont bold, List<BaseFont> fallbacks) {
    this.regular = regular;
    this.bold = bold;
    this.fallbacks = fallbacks;
  }

  /** Reads them; a document has its own. */
  static PdfFonts load() throws IOException {
    List<BaseFont> fallbacks = new ArrayList<>();
    fallbacks.add(BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED));
    fallbacks.add(BaseFont.createFont("HeiseiKakuGo-W5", "UniJIS-UCS2-H", BaseFont.NOT_EMBEDDED));
    fallbacks.add(BaseFont.createFont("HYGoThic-Medium", "UniKS-UCS2-H", BaseFont.NOT_EMBEDDED));
    return new PdfFonts(embedded(Fonts.REGULAR), embedded(Fonts.BOLD), fallbacks);
  }

  private static BaseFont embedded(Fonts font) throws IOException {
    try (InputStream file = font.open()) {
      return BaseFont.createFont(
          font.fileName(),
          BaseFont.IDENTITY_H,
          BaseFont.EMBEDDED,
          BaseFont.NOT_CACHED,
          file.readAllBytes(),
          null);
    }
  }

  BaseFont font(boolean asBold) {
    return asBold ? bold : regular;
  }

  /** Whether the typeface alone can show it, letter after letter from the left. */
  boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean rightToLeft = letter >= FIRST_RIGHT_TO_LEFT && letter <= LAST_RIGHT_TO_LEFT;
      if (rightToLeft || Character.isSurrogate(letter) || !regular.charExists(letter)) {
        return false;
      }
    }
    return true;
  }

  /** Any text, each letter in the first font that has it. */
  Phrase phrase(String text, float size, boolean asBold, Color color) {
    Phrase phrase = new Phrase();
    int from = 0;
    while (from < text.length()) {
      BaseFont font = fontFor(text.codePointAt(from), asBold);
      int to = from;
      while (to < text.length() && fontFor(text.codePointAt(to), asBold).equals(font)) {
        to += Character.charCount(text.codePointAt(to));
      }
      phrase.add(new Chunk(text.substring(from, to), new Font(font, size, Font.NORMAL, color)));
      from = to;
    }
    return phrase;
  }

  private BaseFont fontFor(int letter, boolean asBold) {
    BaseFont own = font(asBold);
    if (own.charExists(letter)) {
      return own;
    }
    return fallbacks.stream().filter(font -> font.charExists(letter)).findFirst().orElse(own);
  }

  /** How wide it is, in points. */
  float width(String text, float size, boolean asBold) {
    return isPlain(text)
        ? font(asBold).getWidthPoint(text, size)
        : ColumnText.getWidth(phrase(text, size, asBold, Color.BLACK));
  }
}

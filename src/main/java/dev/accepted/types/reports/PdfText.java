package dev.accepted.types.reports;

import java.util.ArrayList;
import java.util.List;

/** Breaks a cell's text into lines. */
final class PdfText {

  private static final int LONGEST = 400;
  private static final int MOST_LINES = 4;

  private final PdfFonts fonts;

  PdfText(PdfFonts fonts) {
    this.fonts = fonts;
  }

  /** Without line breaks and other controls, cut where no cell could show more. */
  static String oneLine(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    StringBuilder line = new StringBuilder(cut.length());
    cut.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString();
  }

  /** Lines no wider than that, broken at spaces where there are any; the last ends in … if cut. */
  List<String> lines(String text, float width, boolean bold) {
    String rest = oneLine(text);
    if (fits(rest, width, bold)) {
      return List.of(rest);
    }
    List<String> lines = new ArrayList<>();
    while (!rest.isEmpty() && lines.size() < MOST_LINES - 1 && !fits(rest, width, bold)) {
      int end = end(rest, width, bold);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty()) {
      lines.add(fits(rest, width, bold) ? rest : cut(rest, width, bold));
    }
    return lines;
  }

  /** After the last word that fits, or after the last letter if not even one word does. */
  private int end(String text, float width, boolean bold) {
    int letters = letters(text, width, bold);
    int space = text.lastIndexOf(' ', letters);
    return space > 0 ? space : letters;
  }

  private String cut(String text, float width, boolean bold) {
    int letters = letters(text, width - fonts.width("…", PdfLayout.TEXT, bold), bold);
    return text.substring(0, letters).stripTrailing() + "…";
  }

  /** How many letters fit, at least one; never half a surrogate pair. */
  private int letters(String text, float width, boolean bold) {
    int low = 1;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits(text.substring(0, middle), width, bold)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    boolean split = low < text.length() && Character.isLowSurrogate(text.charAt(low));
    return split ? low + 1 : low;
  }

  private boolean fits(String text, float width, boolean bold) {
    return fonts.width(text, PdfLayout.TEXT, bold) <= width;
  }
}

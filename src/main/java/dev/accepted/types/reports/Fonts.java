package dev.accepted.types.reports;

import java.io.IOException;
import java.io.InputStream;

/**
 * The typeface of reports and their plots: DejaVu Sans Condensed, which has Latin, Greek, Cyrillic,
 * Arabic, Hebrew, Armenian and Georgian letters and is narrow enough for tables. It comes with the
 * application, since a server need not have any.
 */
enum Fonts {
  REGULAR("DejaVuSansCondensed.ttf"),
  BOLD("DejaVuSansCondensed-Bold.ttf");

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private final String fileName;

  Fonts(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** Opens the TrueType file; the caller closes. */
  InputStream open() throws IOException {
    InputStream font = Fonts.class.getResourceAsStream(FOLDER + fileName);
    if (font == null) {
      throw new IOException("the application lacks its font " + fileName);
    }
    return font;
  }
}

package dev.accepted.types.reports;

import java.text.Normalizer;
import java.util.Locale;

/** What a report is called when it is saved. */
final class FileName {

  private static final int LONGEST = 80;

  private FileName() {}

  /** Made of the title: letters and digits of any script, the rest as single hyphens. */
  static String of(String title, ReportFormat format) {
    String words =
        Normalizer.normalize(title, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-");
    String cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    String name = cut.replaceAll("^-+|-+$|\\p{Cs}$", "");
    return (name.isEmpty() ? "report" : name) + "." + format.extension();
  }

  /** A file's name without folders and its last ending. */
  static String stem(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}

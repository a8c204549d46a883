package dev.accepted.types.reports;

import java.util.Locale;

/** What a report can be written as. */
enum ReportFormat {
  PDF("application/pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  HTML("text/html; charset=utf-8"),
  CSV("text/csv; charset=utf-8");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of that spelling on the wire. */
  static ReportFormat of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  String mediaType() {
    return mediaType;
  }

  /** The end of a file's name, without the dot; also the spelling on the wire. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a plot can be drawn in it; the others carry the table only. */
  boolean showsPlots() {
    return this == PDF || this == HTML;
  }
}

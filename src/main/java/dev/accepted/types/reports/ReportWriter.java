package dev.accepted.types.reports;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a report in one format. */
interface ReportWriter {

  /**
   * Writes it while the rows are read; memory does not grow with their number.
   *
   * @param rows not begun; read to their end
   * @param out buffered; the caller closes it
   */
  void write(Report report, ReportRows rows, OutputStream out) throws IOException;
}

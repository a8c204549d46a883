package dev.accepted.types.reports;

import dev.accepted.datasets.RowCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports written into memory. */
final class Written {

  private Written() {}

  /** A report without a plot. */
  static byte[] bytes(ReportWriter writer, String title, RowCursor rows) throws IOException {
    Report report =
        new Report(
            title,
            List.of("Source: a test"),
            Instant.parse("2026-11-21T20:41:07Z"),
            List.of(),
            Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, new ReportRows(rows, List.of()), out);
    return out.toByteArray();
  }

  static String text(ReportWriter writer, String title, RowCursor rows) throws IOException {
    return new String(bytes(writer, title, rows), StandardCharsets.UTF_8);
  }
}

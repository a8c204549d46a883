package dev.accepted.command;

import dev.accepted.types.inspections.report.Inspected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** A report to be written to a file. */
record ReportFile(ReportFormat format, Path file) {

  /**
   * Reads {@code FORMAT:FILE}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ReportFile parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("not of the form FORMAT:FILE");
    }
    try {
      return new ReportFile(
          ReportFormat.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
          Path.of(text.substring(colon + 1)));
    } catch (InvalidPathException unusable) {
      throw new IllegalArgumentException("not the name of a file", unusable);
    }
  }

  /** Looks whether it could be written, before an inspection is made for it. */
  void check() throws UsageError {
    Path folder = file.toAbsolutePath().getParent();
    boolean possible =
        Files.exists(file)
            ? Files.isWritable(file) && !Files.isDirectory(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!possible) {
      throw cantWrite();
    }
  }

  void write(Inspected inspected) throws UsageError {
    try {
      Files.write(file, format.bytes(inspected, Colours.OFF));
    } catch (IOException failed) {
      throw cantWrite();
    }
  }

  private UsageError cantWrite() {
    return new UsageError("%s can't be written".formatted(file));
  }
}

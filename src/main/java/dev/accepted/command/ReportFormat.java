package dev.accepted.command;

import dev.accepted.types.inspections.report.HtmlReport;
import dev.accepted.types.inspections.report.Inspected;
import dev.accepted.types.inspections.report.JsonReport;
import dev.accepted.types.inspections.report.JunitReport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a report can be written as. */
enum ReportFormat {
  /** For people. */
  TEXT {
    @Override
    String text(Inspected inspected, Colours colours) {
      return new TextReport(inspected, colours).text();
    }
  },
  /** For programs. */
  JSON {
    @Override
    String text(Inspected inspected, Colours colours) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JsonReport(inspected).write(out);
      return out.toString(StandardCharsets.UTF_8) + "\n";
    }
  },
  /** A page. */
  HTML {
    @Override
    String text(Inspected inspected, Colours colours) {
      return new HtmlReport(inspected).text();
    }
  },
  /** For build servers. */
  JUNIT {
    @Override
    String text(Inspected inspected, Colours colours) {
      return new JunitReport(inspected).text();
    }
  };

  abstract String text(Inspected inspected, Colours colours);

  /** The report in UTF-8; only text has colours. */
  byte[] bytes(Inspected inspected, Colours colours) {
    return text(inspected, colours).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.accepted.types.reports;

import dev.accepted.datasets.Column;
import dev.accepted.job.TextResource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of HTML that needs nothing else: style and plot are in it, a script is not, and its
 * policy forbids to load anything.
 *
 * <p>The plot stands above the table but is known only after it; so the table's rows wait in a
 * file.
 */
final class HtmlReport implements ReportWriter {

  /** A text of more characters gets a wide cell. */
  private static final int LONG = 40;

  private final Path workDirectory;

  /**
   * @param workDirectory where the rows wait
   */
  HtmlReport(Path workDirectory) {
    this.workDirectory = workDirectory;
  }

  @Override
  public void write(Report report, ReportRows rows, OutputStream out) throws IOException {
    Path waiting = workDirectory.resolve("rows.html");
    List<CellText> texts = CellText.of(report, rows);
    try (Writer body = Files.newBufferedWriter(waiting)) {
      while (rows.next()) {
        row(body, rows, texts);
      }
    }
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    head(page, report, rows.count());
    if (report.plot().isPresent() && rows.count() > 0) {
      figure(page, report.plot().get());
    }
    tableHead(page, rows.columns(), texts);
    page.flush();
    Files.copy(waiting, out);
    page.write("</tbody></table></div>\n");
    page.write("<footer>Made at <time>" + report.createdAt() + "</time> by Accepted</footer>\n");
    page.write("</body></html>\n");
    page.flush();
    Files.delete(waiting);
  }

  private static void head(Writer page, Report report, long count) throws IOException {
    String title = Html.escape(report.title());
    page.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.write("style-src 'unsafe-inline'\">\n<title>" + title + "</title>\n<style>\n");
    page.write(TextResource.read(HtmlReport.class, "report.css"));
    page.write("</style></head><body>\n<header><h1>" + title + "</h1>\n<ul>");
    for (String fact : report.facts()) {
      page.write("<li>" + Html.escape(fact) + "</li>");
    }
    String rows = count == 0 ? "No row matches" : CellText.count(count) + " rows";
    page.write("<li>" + (count == 1 ? "1 row" : rows) + "</li></ul></header>\n");
  }

  private static void figure(Writer page, PlotData plot) throws IOException {
    PlotSpec spec = plot.spec();
    page.write("<figure>");
    SvgPlot.write(plot, "Plot of " + spec.yColumn().name() + " by " + spec.xColumn().name(), page);
    if (!plot.notes().isEmpty()) {
      page.write("<figcaption>" + Html.escape(String.join(" ", plot.notes())) + "</figcaption>");
    }
    page.write("</figure>\n");
  }

  private static void tableHead(Writer page, List<Column> columns, List<CellText> texts)
      throws IOException {
    page.write("<div role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n<thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      page.write("<th scope=\"col\"" + (texts.get(i).isNumber() ? " class=\"n\">" : ">"));
      page.write(Html.escape(columns.get(i).name()) + "</th>");
    }
    page.write("</tr></thead>\n<tbody>\n");
  }

  private static void row(Writer body, ReportRows rows, List<CellText> texts) throws IOException {
    body.write("<tr>");
    for (int i = 0; i < texts.size(); i++) {
      cell(body, rows.value(i), texts.get(i));
    }
    body.write("</tr>\n");
  }

  private static void cell(Writer body, @Nullable Object value, CellText text) throws IOException {
    if (!text.isNumber()) {
      String shown = value == null ? "" : text.of(value);
      String plain = shown.length() > LONG ? "<td class=\"l\">" : "<td>";
      body.write(text.isTime() ? "<td class=\"d\">" : plain);
      body.write(Html.escape(shown));
    } else {
      body.write("<td class=\"n\">");
      if (value != null) {
        // A gap by style, not a character: what is copied from the page stays a number.
        body.write(String.join("<i></i>", CellText.groups(text.of(value))));
      }
    }
    body.write("</td>");
  }
}

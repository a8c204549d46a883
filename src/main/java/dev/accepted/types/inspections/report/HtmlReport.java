package dev.accepted.types.inspections.report;

import dev.accepted.job.TextResource;
import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Rule;
import dev.accepted.types.inspections.rules.Severity;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report for people: a page that needs nothing beside itself, and has no scripts. All that came
 * from the other side is text in it.
 */
public final class HtmlReport {

  /** Its media type. */
  public static final String MEDIA_TYPE = "text/html; charset=UTF-8";

  private static final String STYLE = TextResource.read(HtmlReport.class, "inspection.css");

  private final Inspected inspected;
  private final Redaction redaction;

  public HtmlReport(Inspected inspected) {
    this.inspected = inspected;
    this.redaction = inspected.redaction();
  }

  /** All of it. */
  public String text() {
    String url = told(inspected.transcript().places().submission().toString());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Inspection of %s: %s</title>
        <style>
        %s</style></head>
        <body>
        <h1>Inspection of <code>%s</code></h1>
        <p class="grade grade-%s"><strong>%s</strong> <span>%s</span></p>
        %s<p>%s</p>
        <h2>Findings</h2>
        %s
        <h2>Timeline</h2>
        %s
        <h2>Exchanges</h2>
        %s
        </body></html>
        """
        .formatted(
            url,
            inspected.grade(),
            STYLE,
            url,
            inspected.grade(),
            inspected.grade(),
            counts(),
            warning(),
            told(inspected.transcript().places().style()),
            findings(),
            new TimelinePicture(inspected).svg(),
            inspected.transcript().exchanges().stream()
                .map(this::exchange)
                .collect(Collectors.joining("\n")));
  }

  private String told(String text) {
    return Markup.escaped(redaction.text(text));
  }

  private String warning() {
    return inspected
        .warning()
        .map(words -> "<p class=\"cut-short\">%s</p>\n".formatted(Markup.escaped(words)))
        .orElse("");
  }

  private String counts() {
    return "%d errors, %d warnings, %d hints"
        .formatted(count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO));
  }

  private long count(Severity severity) {
    return inspected.findings().stream()
        .filter(finding -> finding.rule().severity() == severity)
        .count();
  }

  private String findings() {
    return inspected.findings().isEmpty()
        ? "<p>None.</p>"
        : inspected.findings().stream().map(HtmlReport::finding).collect(Collectors.joining("\n"));
  }

  private static String finding(Finding finding) {
    Rule rule = finding.rule();
    return """
        <section class="finding %s"><h3><span>%s</span> %s <code>%s</code></h3>
        <p>%s</p><p><strong>Instead:</strong> %s</p><p class="mild">%s</p></section>"""
        .formatted(
            rule.severity().wireName(),
            rule.severity().wireName(),
            Markup.escaped(rule.title()),
            rule.id(),
            Markup.escaped(rule.detail()),
            Markup.escaped(rule.remedy()),
            Markup.escaped(rule.reference().isEmpty() ? "" : rule.reference() + ". ")
                + finding.exchanges().stream()
                    .map(index -> "<a href=\"#exchange-%d\">%d</a>".formatted(index, index))
                    .collect(Collectors.joining(", ", "Seen in ", ".")));
  }

  private String exchange(Exchange exchange) {
    Answer answer = exchange.answer();
    String came = answer == null ? String.valueOf(exchange.failure()) : answer.status() + "";
    return """
        <details id="exchange-%d"><summary>%d. %s: %s → %s</summary>
        <pre>%s %s
        %s%s</pre>
        <pre>%s</pre></details>"""
        .formatted(
            exchange.index(),
            exchange.index(),
            Markup.escaped(exchange.purpose().words()),
            Markup.escaped(exchange.call().method()),
            Markup.escaped(came),
            Markup.escaped(exchange.call().method()),
            told(exchange.call().url().toString()),
            headers(exchange.call().headers()),
            body(exchange.call().body()),
            answer == null
                ? Markup.escaped(came)
                : answer.status() + "\n" + headers(answer.headers()) + body(answer.body().text()));
  }

  private String headers(Headers headers) {
    return headers.lines().stream()
        .map(line -> Markup.escaped(line.name() + ": " + redaction.value(line)) + "\n")
        .collect(Collectors.joining());
  }

  private String body(@Nullable String text) {
    return text == null || text.isEmpty()
        ? ""
        : "\n" + Markup.escaped(Excerpt.of(redaction.text(text)));
  }
}

package dev.accepted.types.inspections.report;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Rule;
import dev.accepted.types.inspections.rules.Rules;
import dev.accepted.types.inspections.rules.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report for build servers, as JUnit writes it: each rule is a test. Errors and warnings are
 * failures; what is for information has passed, with a word; rules that had nothing to look at are
 * skipped. Those that passed or were skipped say what they are about: the page that shows an
 * inspection tells it from here. That it ended before it had seen all stands in the suite's {@code
 * system-err}, which build servers show.
 */
public final class JunitReport {

  /** Its media type. */
  public static final String MEDIA_TYPE = "application/xml";

  private final Inspected inspected;
  private final Map<Rule, Finding> findings;

  public JunitReport(Inspected inspected) {
    this.inspected = inspected;
    this.findings =
        inspected.findings().stream().collect(Collectors.toMap(Finding::rule, Function.identity()));
  }

  /** All of it. */
  public String text() {
    List<Rule> rules = Rules.all();
    String cases = rules.stream().map(this::testCase).collect(Collectors.joining());
    String url = inspected.transcript().places().submission().toString();
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="%s" tests="%d" failures="%d" errors="0" skipped="%d" time="%s"%s>
        %s%s</testsuite>
        """
        .formatted(
            Markup.escaped("Inspection of " + inspected.redaction().text(url)),
            rules.size(),
            rules.stream().filter(this::isFailure).count(),
            rules.stream().filter(rule -> !rule.applies(inspected.transcript())).count(),
            seconds(),
            timestamp(),
            cases,
            warning());
  }

  private String warning() {
    return inspected
        .warning()
        .map(words -> "<system-err>%s</system-err>\n".formatted(Markup.escaped(words)))
        .orElse("");
  }

  private boolean isFailure(Rule rule) {
    return findings.containsKey(rule) && rule.severity() != Severity.INFO;
  }

  private String testCase(Rule rule) {
    return """
        <testcase classname="inspection.%s" name="%s">%s</testcase>
        """
        .formatted(rule.severity().wireName(), rule.id(), outcome(rule, findings.get(rule)));
  }

  private String outcome(Rule rule, @Nullable Finding finding) {
    if (!rule.applies(inspected.transcript())) {
      return "<skipped message=\"There was nothing to look at.\">%s</skipped>"
          .formatted(Markup.escaped(rule.title()));
    }
    if (finding == null) {
      return "<system-out>Not seen: %s</system-out>".formatted(Markup.escaped(rule.title()));
    }
    String words = Markup.escaped(words(rule, finding));
    return isFailure(rule)
        ? "<failure type=\"%s\" message=\"%s\">%s</failure>"
            .formatted(rule.severity().wireName(), Markup.escaped(rule.title()), words)
        : "<system-out>" + words + "</system-out>";
  }

  private static String words(Rule rule, Finding finding) {
    return "%s.\n%s\n%s\n%s\nSeen in exchanges %s."
        .formatted(
            rule.title(), rule.detail(), rule.remedy(), rule.reference(), finding.exchanges());
  }

  private String seconds() {
    List<Exchange> all = inspected.transcript().exchanges();
    Duration time =
        all.isEmpty()
            ? Duration.ZERO
            : Duration.between(all.get(0).at(), all.get(all.size() - 1).end());
    return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
  }

  private String timestamp() {
    return inspected.transcript().exchanges().stream()
        .findFirst()
        .map(first -> first.at().truncatedTo(ChronoUnit.SECONDS))
        .map(Instant::toString)
        .map(at -> " timestamp=\"" + at.substring(0, at.length() - 1) + '"')
        .orElse("");
  }
}

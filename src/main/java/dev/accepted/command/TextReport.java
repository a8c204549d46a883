package dev.accepted.command;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.report.Inspected;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Rule;
import dev.accepted.types.inspections.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The report for people who read it in a terminal or in the log of a build. */
final class TextReport {

  private static final int MOST_SEEN = 3;

  private final Inspected inspected;
  private final Transcript transcript;
  private final Colours colours;

  TextReport(Inspected inspected, Colours colours) {
    this.inspected = inspected;
    this.transcript = inspected.transcript();
    this.colours = colours;
  }

  /** All of it. */
  String text() {
    String findings =
        inspected.findings().stream().map(this::finding).collect(Collectors.joining());
    return """
        %s
        %s
        %s
        %s%s
        """
        .formatted(
            colours.strong(grade()) + "  " + told(url()),
            Printable.of(transcript.places().style()),
            counts(),
            inspected.warning().map(words -> colours.strong(words) + "\n").orElse(""),
            findings)
        .stripTrailing()
        .concat("\n");
  }

  /** What hasn't begun can't have faults. */
  private String grade() {
    return transcript.exchanges().isEmpty() ? "No grade" : "Grade " + inspected.grade();
  }

  private String url() {
    return transcript.places().submission().toString();
  }

  private String counts() {
    return "%s, %s, %s; %s in %d s"
        .formatted(
            count(Severity.ERROR, "error"),
            count(Severity.WARNING, "warning"),
            count(Severity.INFO, "hint"),
            number(transcript.exchanges().size(), "request"),
            time().toSeconds());
  }

  private Duration time() {
    List<Exchange> all = transcript.exchanges();
    return all.isEmpty()
        ? Duration.ZERO
        : Duration.between(all.get(0).at(), all.get(all.size() - 1).end());
  }

  private String count(Severity severity, String word) {
    long count =
        inspected.findings().stream()
            .filter(finding -> finding.rule().severity() == severity)
            .count();
    String words = number(count, word);
    return count == 0 ? words : colours.by(severity, words);
  }

  private static String number(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private String finding(Finding finding) {
    Rule rule = finding.rule();
    String severity = rule.severity().wireName();
    return "\n%s %s: %s\n%s%s%s%s"
        .formatted(
            colours.by(rule.severity(), severity),
            colours.strong(rule.id()),
            rule.title(),
            seen(finding),
            line("why", rule.detail()),
            rule.reference().isEmpty() ? "" : line("see", rule.reference()),
            line("instead", rule.remedy()));
  }

  private String seen(Finding finding) {
    List<Integer> indices = finding.exchanges();
    String lines =
        indices.stream()
            .limit(MOST_SEEN)
            .map(index -> line("seen", exchange(transcript.exchanges().get(index - 1))))
            .collect(Collectors.joining());
    int more = indices.size() - MOST_SEEN;
    return more > 0 ? lines + line("", "and " + more + " more times") : lines;
  }

  private String exchange(Exchange exchange) {
    String came =
        exchange.answer() == null
            ? String.valueOf(exchange.failure())
            : Integer.toString(exchange.status());
    return "%d. %s: %s %s: %s"
        .formatted(
            exchange.index(),
            exchange.purpose().words(),
            exchange.call().method(),
            told(exchange.call().url().toString()),
            came);
  }

  private String line(String name, String words) {
    return "  %s %s\n".formatted(colours.mild("%-8s".formatted(name)), words);
  }

  private String told(String text) {
    return Printable.of(inspected.redaction().text(text));
  }
}

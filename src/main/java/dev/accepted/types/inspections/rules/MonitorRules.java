package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.FIRST_POLL;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.State;
import dev.accepted.types.inspections.reading.Words;
import java.util.List;
import java.util.OptionalDouble;

/** What the monitor's representation says. */
final class MonitorRules {

  private static final double WHOLE = 100;

  static final List<Rule> ALL =
      List.of(
          Rule.warning("monitor-content-type-missing", "The monitor's body has no Content-Type")
              .because("Clients have to guess what it is.")
              .see("RFC 9110, section 8.3")
              .instead("Send Content-Type: application/json.")
              .in(Transcript.POLLS, e -> e.isOf(2) && e.hasBody() && e.mediaType().isEmpty()),
          Rule.error("monitor-not-json", "The monitor says JSON, and its body is none")
              .because("A parser fails on it, and with it the client.")
              .see("RFC 8259, section 2")
              .instead("Let a JSON library write it.")
              .in(
                  Transcript.POLLS,
                  e ->
                      e.isOf(2)
                          && e.saysJson()
                          && e.body().filter(b -> b.isWhole() && !b.isEmpty()).isPresent()
                          && e.object().isEmpty()
                          && !looksLikeValue(e)),
          Rule.info("status-member-missing", "The monitor's body doesn't say how the job stands")
              .because("People and programs have nothing but the status code to go by.")
              .see("RFC 9110, section 15.3.3")
              .instead("Add a member “status” with one of a few documented words.")
              .among(
                  Transcript.POLLS,
                  t -> Seen.running(t).stream().filter(e -> e.hasBody() && !saysHow(e)).toList()),
          Rule.info(
                  "status-member-not-standard",
                  "The monitor has a word of its own for the job's state")
              .because(
                  "Ready-made pollers know words such as running, succeeded, failed and canceled.")
              .see("Microsoft REST API Guidelines, section 13")
              .instead("Use the words that are in use.")
              .in(
                  Transcript.POLLS,
                  e ->
                      e.isOf(2)
                          && e.object()
                              .flatMap(Words::word)
                              .filter(word -> Words.meaning(word) == State.UNCLEAR)
                              .isPresent()),
          Rule.warning("percent-decreases", "The progress goes backwards")
              .because("Bars that jump back make people distrust all of it.")
              .instead("Tell the highest so far, unless a new attempt begins.")
              .among(Transcript.POLLS, MonitorRules::backwards),
          Rule.error("percent-over-100", "The progress is not between 0 and 100 per cent")
              .because("Clients that show or compute with it break.")
              .instead("Keep it between 0 and 100, or leave it out while the total isn't known.")
              .in(Transcript.POLLS, e -> isBeyond(MonitorReading.percent(e))),
          Rule.warning("time-not-rfc3339", "A time is not in the format of RFC 3339")
              .because("Each client needs to know which format and which zone it is in.")
              .see("RFC 3339, section 5.6")
              .instead("Send times such as 2026-11-21T20:41:07.123Z.")
              .in(Transcript.POLLS, e -> e.object().filter(Times::hasUnreadable).isPresent()),
          Rule.warning("set-cookie-on-poll", "The monitor sets cookies")
              .because("Clients without a cookie jar get a new session with each poll.")
              .see("RFC 6265, section 3")
              .instead("Set none where nobody signs in.")
              .in(Transcript.POLLS, e -> e.headers().has("Set-Cookie")),
          Rule.info("monitor-empty", "The monitor answers without a body")
              .because("Nobody can see how far the job is, or what went wrong.")
              .see("RFC 9110, section 15.3.1")
              .instead("Send a representation of the status.")
              .in(FIRST_POLL, e -> e.isOf(2) && !e.hasBody()));

  private MonitorRules() {}

  private static boolean looksLikeValue(Exchange exchange) {
    return exchange.body().filter(body -> body.isJson()).isPresent()
        || exchange.text().strip().matches("\"[^\"]*\"|-?[0-9.eE+-]+|true|false|null");
  }

  private static boolean saysHow(Exchange exchange) {
    return exchange
        .object()
        .filter(body -> Words.word(body).isPresent() || body.containsKey("done"))
        .isPresent();
  }

  private static List<Exchange> backwards(Transcript transcript) {
    List<Exchange> telling =
        transcript.polls().stream()
            .filter(poll -> MonitorReading.percent(poll).isPresent())
            // What is no percentage can't fall.
            .filter(poll -> !isBeyond(MonitorReading.percent(poll)))
            .toList();
    return Seen.laterThan(
        telling,
        (earlier, later) ->
            MonitorReading.percent(later).orElse(0) < MonitorReading.percent(earlier).orElse(0));
  }

  private static boolean isBeyond(OptionalDouble percent) {
    return percent.isPresent() && (percent.getAsDouble() < 0 || percent.getAsDouble() > WHOLE);
  }
}

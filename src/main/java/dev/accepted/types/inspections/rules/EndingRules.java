package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.EARLY_RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.RESULT;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.Signposts;
import dev.accepted.types.inspections.reading.State;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How the end is told, and the way from there to the result. */
final class EndingRules {

  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final Set<Integer> OTHER = Set.of(302, 307);

  static final List<Rule> ALL =
      List.of(
          Rule.error(
                  "monitor-flips",
                  "The monitor says that the job goes on after it has said that it had ended")
              .because("A client that looks at the wrong moment waits for ever, or acts too early.")
              .instead("Let each answer come from one store; a finished job stays as it is.")
              .among(
                  Transcript.POLLS,
                  t ->
                      Seen.laterThan(
                          t.polls(),
                          (earlier, later) ->
                              MonitorReading.state(earlier).isFinal() && Seen.isRunning(later))),
          Rule.error(
                  "done-without-link",
                  "The job has succeeded, and nothing says where its result is")
              .because("Clients have to know this API's URLs to go on.")
              .see("RFC 9110, section 15.4.4")
              .instead("Answer 303 with Location, or name the result in the body.")
              .among(Transcript.POLLS, EndingRules::withoutResult),
          Rule.error("redirect-without-location", "The monitor redirects to nowhere")
              .because("There is no Location, or one that isn't a URL of http or https.")
              .see("RFC 9110, section 15.4")
              .instead("Send Location with the result's URL.")
              .in(
                  Transcript.POLLS,
                  e ->
                      e.isOf(3)
                          && e.status() != Seen.NOT_MODIFIED
                          && Signposts.result(e).isEmpty()),
          Rule.error("redirect-permanent", "The end is told by a permanent redirect")
              .because(
                  "Clients may store it and never ask the monitor again; the next job's poll can go astray.")
              .see("RFC 9110, sections 15.4.2 and 15.4.9")
              .instead("Answer 303 See Other.")
              .in(Transcript.POLLS, e -> PERMANENT.contains(e.status())),
          Rule.info("redirect-not-303", "The end is told by a redirect other than 303")
              .because(
                  "302 and 307 say that the monitor is elsewhere for now; 303 that the answer is another resource.")
              .see("RFC 9110, section 15.4.4")
              .instead("Answer 303 See Other.")
              .in(Transcript.POLLS, e -> OTHER.contains(e.status())),
          Rule.error("303-to-nowhere", "The result can't be had where the monitor says it is")
              .because("The work is done, and nobody gets what came of it.")
              .see("RFC 9110, section 15.4.4")
              .instead("Say that the job has succeeded once its result can be read.")
              .in(RESULT, e -> e.answer() == null || e.isOf(4) || e.isOf(5)),
          Rule.error("redirect-loop", "The way to the result leads round in circles")
              .because("Clients give up after some redirects.")
              .see("RFC 9110, section 15.4")
              .instead("Let the monitor lead straight to the result.")
              .among(RESULT, EndingRules::circling),
          Rule.error("early-result-200", "The result is there, with 200, before the job has ended")
              .because(
                  "A client that doesn't ask the monitor takes half of it, or an excuse, for the result.")
              .see("RFC 9110, section 15.5.10")
              .instead("Answer 409 with a problem and Retry-After, or 404, until it is whole.")
              .among(EARLY_RESULT, t -> early(t, e -> e.isOf(2) && e.status() != Seen.ACCEPTED)),
          Rule.info(
                  "early-result-404",
                  "Before it is ready, the result is answered like one that never comes")
              .because("404 doesn't tell a client that has the URL to come again.")
              .see("RFC 9110, section 15.5.10")
              .instead("Answer 409 with a problem that says so, and Retry-After.")
              .among(EARLY_RESULT, t -> early(t, e -> e.status() == Seen.NOT_FOUND)),
          Rule.error("early-result-5xx", "Asking for the result too early is a server error")
              .because("It is an ordinary question, and fills the error log.")
              .see("RFC 9110, section 15.6")
              .instead("Answer 409 or 404.")
              .among(EARLY_RESULT, t -> early(t, e -> e.isOf(5))));

  private EndingRules() {}

  private static List<Exchange> withoutResult(Transcript transcript) {
    return Seen.ended(transcript).stream()
        .filter(e -> MonitorReading.state(e) == State.SUCCEEDED && e.isOf(2))
        .filter(e -> e.status() != Seen.NO_CONTENT)
        .filter(e -> Signposts.result(e).isEmpty() && !Signposts.hasResultInside(e))
        .toList();
  }

  /** Only where that turned out to be the result's place. */
  private static List<Exchange> early(Transcript transcript, Predicate<Exchange> fault) {
    URI result = transcript.places().result();
    return transcript.of(EARLY_RESULT).stream()
        .filter(e -> e.call().url().equals(result))
        .filter(fault)
        .toList();
  }

  private static List<Exchange> circling(Transcript transcript) {
    List<Exchange> hops = transcript.of(RESULT);
    return Seen.laterThan(
        hops, (earlier, later) -> earlier.call().url().equals(later.call().url()));
  }
}

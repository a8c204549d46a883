package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.FIRST_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.SUBMIT;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.Urls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a submission is answered. */
final class SubmissionRules {

  private static final Duration SLOW = Duration.ofSeconds(5);

  static final List<Rule> ALL =
      List.of(
          Rule.error("no-answer", "The submission got no answer")
              .because("Nothing else could be looked at.")
              .see("RFC 9110, section 9")
              .instead("Let the server answer within some seconds; slow work belongs behind a 202.")
              .fatal()
              .in(SUBMIT, exchange -> exchange.answer() == null),
          Rule.error("submission-refused", "The submission was refused")
              .because("Nothing else could be looked at: no job came of it.")
              .see("RFC 9110, section 15.5")
              .instead("Look at the answer's body, and give the inspection what the API wants.")
              .fatal()
              .among(SUBMIT, t -> last(t).filter(e -> e.isOf(4) || e.isOf(5)).stream().toList()),
          Rule.error("no-monitor", "The submission was taken, but nothing says where its job is")
              .because("A client can't learn how its job stands, or where its result is.")
              .see("RFC 9110, section 15.3.3")
              .instead("Name the status monitor: Location, and a link in the body.")
              .fatal()
              .among(SUBMIT, SubmissionRules::withoutMonitor),
          Rule.error("no-202", "A job was taken on, but not with 202 Accepted")
              .because(
                  "Other statuses say that the work is done: 200 has its outcome, 201 what it made. Generic clients don't follow these.")
              .see("RFC 9110, section 15.3.3")
              .instead("Answer 202 Accepted while the job is yet to be done.")
              .among(FIRST_POLL, SubmissionRules::not202),
          Rule.warning("no-location", "202 came without Location or Operation-Location")
              .because(
                  "Clients have to know this API's body to find the monitor; generic ones, such as those of workflow tools, look at the header.")
              .see("RFC 9110, section 10.2.2")
              .instead("Send the monitor's URL as Location.")
              .among(SUBMIT, SubmissionRules::withoutLocation),
          Rule.info("relative-location", "Location is relative")
              .because("It is allowed, but many clients take it for a whole URL, and fail.")
              .see("RFC 9110, section 10.2.2")
              .instead("Send absolute URLs.")
              .in(
                  Set.of(SUBMIT, FIRST_POLL),
                  exchange ->
                      exchange
                          .header("Location")
                          .filter(text -> !text.matches("(?i)https?://.*"))
                          .isPresent()),
          Rule.warning(
                  "location-cross-origin", "The monitor is on another origin than the submission")
              .because(
                  "Clients must not send their credentials there, and pages need another permission (CORS). Often it is an inner address that got out behind a proxy.")
              .see("RFC 9110, section 15.4; RFC 6454, section 4")
              .instead("Build URLs from the host that the client asked for.")
              .among(SUBMIT, SubmissionRules::elsewhere),
          Rule.error("http-downgrade", "A submission over https leads to http")
              .because("What follows can be read and changed on its way.")
              .see("RFC 9110, section 4.2.2")
              .instead(
                  "Build URLs with https: behind a proxy, from X-Forwarded-Proto or Forwarded.")
              .among(SUBMIT, SubmissionRules::downgraded),
          Rule.warning("submission-no-retry-after", "202 doesn't say when to look first")
              .because("Clients guess: too early costs the server, too late costs the client.")
              .see("RFC 9110, section 10.2.3")
              .instead("Send Retry-After with the 202, in whole seconds.")
              .in(
                  SUBMIT,
                  exchange ->
                      exchange.status() == Seen.ACCEPTED && !exchange.headers().has("Retry-After")),
          Rule.info("accepted-body-empty", "202 has no body")
              .because(
                  "It ought to describe how the request stands, and point to a status monitor.")
              .see("RFC 9110, section 15.3.3")
              .instead("Send the representation of the status.")
              .in(SUBMIT, exchange -> exchange.status() == Seen.ACCEPTED && !exchange.hasBody()),
          Rule.warning("submission-cacheable", "The answer to the submission may be cached")
              .because("A cache may give another client the first one's job.")
              .see("RFC 9111, section 4.2.1")
              .instead("Send Cache-Control: no-store.")
              .in(SUBMIT, exchange -> exchange.isOf(2) && Seen.isFresh(exchange)),
          Rule.warning("submission-slow", "Taking the job on took more than five seconds")
              .because(
                  "202 is there so that nobody has to wait. What takes long belongs in the job.")
              .see("RFC 9110, section 15.3.3")
              .instead("Store the job, and answer.")
              .in(SUBMIT, e -> e.answer() != null && e.took().compareTo(SLOW) > 0));

  private SubmissionRules() {}

  private static Optional<Exchange> last(Transcript transcript) {
    return transcript.last(SUBMIT);
  }

  private static List<Exchange> withoutMonitor(Transcript transcript) {
    return transcript.places().monitor() != null
        ? List.of()
        : last(transcript).filter(e -> e.isOf(2) || e.isOf(3)).stream().toList();
  }

  /** Where nothing else names the monitor either, that is a fault of its own. */
  private static List<Exchange> withoutLocation(Transcript transcript) {
    return transcript.of(SUBMIT).stream()
        .filter(e -> transcript.places().monitor() != null && e.status() == Seen.ACCEPTED)
        .filter(
            e ->
                Stream.of("Location", "Operation-Location", "Azure-AsyncOperation")
                    .noneMatch(e.headers()::has))
        .toList();
  }

  private static List<Exchange> not202(Transcript transcript) {
    return last(transcript).filter(e -> e.status() != Seen.ACCEPTED).stream().toList();
  }

  private static List<Exchange> elsewhere(Transcript transcript) {
    URI monitor = transcript.places().monitor();
    URI submission = transcript.places().submission();
    return monitor == null || Urls.sameOrigin(submission, monitor)
        ? List.of()
        : last(transcript).stream().toList();
  }

  private static List<Exchange> downgraded(Transcript transcript) {
    URI submission = transcript.places().submission();
    return transcript.exchanges().stream()
        .filter(exchange -> Urls.isDowngrade(submission, exchange.call().url()))
        .toList();
  }
}

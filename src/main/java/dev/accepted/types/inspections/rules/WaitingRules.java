package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.IMPATIENT_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.LONG_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.SUBMIT;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When clients are asked to come again. */
final class WaitingRules {

  private static final String SECTION = "RFC 9110, section 10.2.3";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  static final List<Rule> ALL =
      List.of(
          Rule.warning("no-retry-after", "The monitor doesn't say when to look again")
              .because("Each client guesses, most of them too often.")
              .see(SECTION)
              .instead("Send Retry-After while the job goes on, by its progress.")
              .among(
                  Transcript.POLLS,
                  t ->
                      Seen.running(t).stream()
                          .filter(e -> !e.headers().has("Retry-After"))
                          .toList()),
          Rule.error("retry-after-not-integer", "Retry-After can't be read")
              .because(
                  "It is a number of whole seconds or a date; nothing else: no fraction, no unit.")
              .see(SECTION)
              .instead("Send whole seconds, such as Retry-After: 2.")
              .in(
                  Seen.ANY,
                  exchange ->
                      exchange.headers().has("Retry-After") && Waits.asked(exchange).isEmpty()),
          Rule.warning("retry-after-too-short", "Retry-After asks for no wait at all")
              .because("Whoever goes by it asks without a pause.")
              .see(SECTION)
              .instead("Ask for a second at least.")
              .among(
                  Transcript.POLLS,
                  t ->
                      Seen.running(t).stream()
                          .filter(e -> Waits.asked(e).filter(Duration::isZero).isPresent())
                          .toList()),
          Rule.warning("retry-after-exaggerated", "Retry-After asked for more than the job needed")
              .because("A client that goes by it waits for a result that has long been there.")
              .see(SECTION)
              .instead(
                  "Let Retry-After follow the job's progress: about a tenth of what it still takes.")
              .among(Transcript.POLLS, WaitingRules::exaggerated),
          Rule.info("impatient-not-throttled", "Polling without any pause is not held back")
              .because("One impatient client can cost as much as hundreds of others.")
              .see("RFC 6585, section 4")
              .instead("Answer 429 with Retry-After to who polls far sooner than asked.")
              .among(
                  IMPATIENT_POLL,
                  t ->
                      t.of(IMPATIENT_POLL).size() >= 5
                              && t.of(IMPATIENT_POLL).stream().allMatch(Seen::isRunning)
                          ? t.of(IMPATIENT_POLL)
                          : List.of()),
          Rule.warning("throttled-without-retry-after", "429 or 503 doesn't say when to come again")
              .because("Clients come again at once, or never.")
              .see("RFC 6585, section 4; RFC 9110, section 15.6.4")
              .instead("Send Retry-After with it.")
              .in(Seen.ANY, e -> e.isThrottled() && !e.headers().has("Retry-After")),
          Rule.info("long-poll-ignored", "Prefer: wait is not heeded at the monitor")
              .because("With it a client learns of the end at once, and polls less.")
              .see("RFC 7240, section 4.3")
              .instead("Hold the request until the job has changed, and say Preference-Applied.")
              .in(
                  LONG_POLL,
                  e ->
                      Seen.isRunning(e)
                          && !e.headers().has("Preference-Applied")
                          && e.took().compareTo(AT_ONCE) < 0),
          Rule.warning("never-finished", "The job didn't end while it was watched")
              .because("What comes at the end was not seen.")
              .see("RFC 9110, section 15.3.3")
              .instead("Inspect with an input that takes seconds, or look why the job doesn't end.")
              .among(Transcript.POLLS, WaitingRules::endless),
          Rule.warning("monitor-slow", "The monitor took more than five seconds")
              .because("Clients that poll give up, and each poll that waits holds a connection.")
              .see("RFC 9110, section 15.3.3")
              .instead("Answer from what is stored; hold a request only if it prefers to wait.")
              .in(
                  Transcript.POLLS,
                  e ->
                      e.purpose() != LONG_POLL
                          && e.answer() != null
                          && e.took().compareTo(SLOW) > 0));

  private WaitingRules() {}

  /** The answer that asked for long, before one that came sooner and told of the end. */
  private static List<Exchange> exaggerated(Transcript transcript) {
    Optional<Exchange> end = Seen.ended(transcript).stream().findFirst();
    return transcript.exchanges().stream()
        .filter(e -> e.purpose() == SUBMIT || Transcript.POLLS.contains(e.purpose()))
        .filter(e -> !MonitorReading.state(e).isFinal() || e.purpose() == Purpose.SUBMIT)
        .filter(e -> Waits.asked(e).filter(wait -> wait.compareTo(LONG) > 0).isPresent())
        .filter(
            e ->
                end.filter(
                        done ->
                            Duration.between(e.end(), done.at())
                                    .multipliedBy(2)
                                    .compareTo(Waits.asked(e).orElse(Duration.ZERO))
                                < 0)
                    .isPresent())
        .toList();
  }

  /** It was said to go on: where nothing is said of the job, that is a fault of its own. */
  private static List<Exchange> endless(Transcript transcript) {
    List<Exchange> running = Seen.running(transcript);
    return Seen.ended(transcript).isEmpty() && !running.isEmpty()
        ? running.subList(running.size() - 1, running.size())
        : List.of();
  }
}

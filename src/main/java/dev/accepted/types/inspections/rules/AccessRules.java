package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.FIRST_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.UNKNOWN_ID;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.State;
import java.util.List;

/** Whether a job is there when it should be, and only then. */
final class AccessRules {

  static final List<Rule> ALL =
      List.of(
          Rule.error("monitor-404-at-first", "The monitor isn't there right after the 202")
              .because(
                  "Clients take 404 for the end: the job seems lost. It was accepted before it could be found.")
              .see("RFC 9110, section 15.3.3")
              .instead("Answer 202 once the job is stored and can be read.")
              .in(
                  FIRST_POLL,
                  poll -> poll.status() == Seen.NOT_FOUND || poll.status() == Seen.GONE),
          Rule.error("accepted-not-readable", "The monitor can't be read by whoever submitted")
              .because(
                  "The same client, with the same headers, is refused at the URL it was given.")
              .see("RFC 9110, section 15.5")
              .instead("Let who may submit a job read its monitor.")
              .in(
                  FIRST_POLL,
                  poll ->
                      poll.isOf(4)
                          && poll.status() != Seen.NOT_FOUND
                          && poll.status() != Seen.GONE
                          && poll.status() != Seen.TOO_MANY),
          Rule.error("forgotten-job", "A job that could be read is gone")
              .because("Nobody removed it. Its outcome is lost to whoever looks a moment later.")
              .see("RFC 9110, section 15.5.11")
              .instead("Keep finished jobs for a time that you tell, and answer 410 after it.")
              .among(Transcript.POLLS, AccessRules::forgotten),
          Rule.error(
                  "monitor-200-unknown-id",
                  "The monitor of a job that isn't there answers as if it were")
              .because(
                  "A client with a wrong or expired URL waits forever, or takes “not found” in a 200 for a result.")
              .see("RFC 9110, section 15.5.5")
              .instead("Answer 404, or 410 for a job that was there.")
              .in(UNKNOWN_ID, exchange -> exchange.isOf(2) || exchange.isOf(3)),
          Rule.error("unknown-id-5xx", "The monitor of a job that isn't there is a server error")
              .because("Clients try again for ever; and whoever tries ids fills the error log.")
              .see("RFC 9110, section 15.6")
              .instead("Answer 404.")
              .in(UNKNOWN_ID, exchange -> exchange.isOf(5) && !exchange.isThrottled()),
          Rule.error("server-error-during-poll", "The monitor failed")
              .because("Clients can't tell a failed job from a failed monitor.")
              .see("RFC 9110, section 15.6.1")
              .instead(
                  "Answer 200 with the failure in the body; 503 with Retry-After if it is the server.")
              .in(Transcript.POLLS, poll -> poll.isOf(5) && poll.status() != Seen.UNAVAILABLE),
          Rule.error("monitor-no-answer", "The monitor gave no answer")
              .because("The connection broke, it took too long, or what came wasn't HTTP.")
              .see("RFC 9112, section 8")
              .instead("Answer from what is stored, without waiting for the work.")
              .in(Transcript.POLLS, poll -> poll.answer() == null));

  private AccessRules() {}

  private static List<Exchange> forgotten(Transcript transcript) {
    return Seen.laterThan(
        transcript.polls(),
        (earlier, later) -> earlier.isOf(2) && MonitorReading.state(later) == State.MISSING);
  }
}

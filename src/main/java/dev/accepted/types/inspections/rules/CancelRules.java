package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.AFTER_CANCEL;
import static dev.accepted.types.inspections.dialogue.Purpose.CANCEL;
import static dev.accepted.types.inspections.dialogue.Purpose.CANCEL_AGAIN;
import static dev.accepted.types.inspections.dialogue.Purpose.FIRST_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.SUBMIT_TO_CANCEL;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.State;
import java.util.List;

/** Stopping a job. Looked at only where the inspection may do so. */
final class CancelRules {

  static final List<Rule> ALL =
      List.of(
          Rule.info("cancel-missing", "Nothing says how to cancel a job")
              .because("Work that nobody wants any more goes on.")
              .instead("Name a URL in the representation, or allow DELETE at the monitor.")
              .among(
                  SUBMIT_TO_CANCEL,
                  t ->
                      t.places().cancel() == null
                          ? t.of(SUBMIT_TO_CANCEL).stream().filter(e -> e.isOf(2)).toList()
                          : List.of()),
          Rule.warning("cancel-refused", "A job that runs can't be canceled where the API says so")
              .because("The link is there, and doesn't work.")
              .see("RFC 9110, section 15.5")
              .instead("Name it while it works.")
              .in(CANCEL, CancelRules::isRefused),
          Rule.warning("cancel-not-idempotent", "Canceling a second time is an error")
              .because("A client that got no answer can't ask again.")
              .see("RFC 9110, section 9.2.2")
              .instead("Answer the second like the first.")
              .among(
                  CANCEL_AGAIN,
                  t ->
                      t.first(CANCEL).filter(e -> e.isOf(2)).isPresent()
                          ? t.of(CANCEL_AGAIN).stream().filter(CancelRules::isRefused).toList()
                          : List.of()),
          Rule.warning("cancel-without-effect", "A job goes on after it was canceled")
              .because("The API said that it would stop.")
              .instead("Stop it, and say so at the monitor; or refuse, if it can't be stopped.")
              .among(AFTER_CANCEL, CancelRules::goesOn),
          Rule.info("cancel-forgets", "The monitor of a canceled job is gone")
              .because("Others who follow it can't tell a canceled job from one that never was.")
              .see("RFC 9110, section 15.5.11")
              .instead("Say canceled at the monitor for a while, or answer 410.")
              .among(AFTER_CANCEL, CancelRules::forgets));

  private CancelRules() {}

  private static boolean isRefused(Exchange exchange) {
    return exchange.answer() == null || exchange.isOf(4) || exchange.isOf(5);
  }

  /** A monitor that isn't there at first tells nothing of cancellation by that. */
  private static List<Exchange> forgets(Transcript transcript) {
    boolean thereAtFirst =
        transcript.first(FIRST_POLL).filter(e -> e.status() == Seen.NOT_FOUND).isEmpty();
    return transcript.of(AFTER_CANCEL).stream()
        .filter(e -> thereAtFirst && e.status() == Seen.NOT_FOUND)
        .toList();
  }

  private static List<Exchange> goesOn(Transcript transcript) {
    boolean taken = transcript.first(CANCEL).filter(e -> e.isOf(2)).isPresent();
    return transcript.last(AFTER_CANCEL).stream()
        // A body that can't be read tells nothing.
        .filter(e -> taken && !(e.saysJson() && e.hasBody() && e.object().isEmpty()))
        .filter(
            e -> {
              State state = MonitorReading.state(e);
              return state == State.RUNNING || state == State.SUCCEEDED;
            })
        .toList();
  }
}

package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.MONITOR_AFTER_REMOVAL;
import static dev.accepted.types.inspections.dialogue.Purpose.REMOVE;
import static dev.accepted.types.inspections.dialogue.Purpose.REMOVE_AGAIN;
import static dev.accepted.types.inspections.dialogue.Purpose.RESULT_AFTER_REMOVAL;

import dev.accepted.types.inspections.dialogue.Exchange;
import java.util.List;

/** Removing a job. Looked at only where the inspection may do so. */
final class RemovalRules {

  private static final String GONE = "RFC 9110, sections 15.5.5 and 15.5.11";

  static final List<Rule> ALL =
      List.of(
          Rule.info("removal-refused", "A finished job can't be removed")
              .because("What was sent and what came of it stays for as long as the server likes.")
              .see("RFC 9110, section 9.3.5")
              .instead("Take DELETE at the monitor.")
              .in(REMOVE, e -> e.isOf(4)),
          Rule.error("removal-5xx", "Removing a job is a server error")
              .because("Nobody knows whether it is gone.")
              .see("RFC 9110, section 15.6")
              .instead("Answer 204, or 405 if it can't be removed.")
              .in(REMOVE, e -> e.isOf(5) && !e.isThrottled()),
          Rule.error("removal-not-404-410", "The monitor of a removed job is still there")
              .because("It was removed, as the server said, and can be read.")
              .see(GONE)
              .instead("Answer 404 or 410.")
              .in(MONITOR_AFTER_REMOVAL, e -> !isGone(e) && !e.isThrottled()),
          Rule.error("result-after-removal", "The result of a removed job can still be read")
              .because("Whoever removed it believes that it is gone.")
              .see(GONE)
              .instead("Remove the result with its job.")
              .in(RESULT_AFTER_REMOVAL, e -> e.isOf(2) || e.isOf(3)),
          Rule.warning("removal-not-idempotent", "Removing a second time is a server error")
              .because("A client that got no answer can't ask again.")
              .see("RFC 9110, section 9.2.2")
              .instead("Answer 204 or 404.")
              .in(REMOVE_AGAIN, e -> e.isOf(5) && !e.isThrottled()));

  private RemovalRules() {}

  private static boolean isGone(Exchange exchange) {
    return exchange.status() == Seen.NOT_FOUND || exchange.status() == Seen.GONE;
  }
}

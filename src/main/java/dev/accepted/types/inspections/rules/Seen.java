package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What several rules look for. */
final class Seen {

  static final int OK = 200;
  static final int ACCEPTED = 202;
  static final int NO_CONTENT = 204;
  static final int NOT_MODIFIED = 304;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int GONE = 410;
  static final int TOO_MANY = 429;
  static final int NOT_IMPLEMENTED = 501;
  static final int UNAVAILABLE = 503;

  /** All that may be. */
  static final Set<Purpose> ANY = Set.copyOf(EnumSet.allOf(Purpose.class));

  /** Submissions. */
  static final Set<Purpose> SUBMISSIONS =
      Set.of(Purpose.SUBMIT, Purpose.REPEAT, Purpose.SUBMIT_TO_CANCEL);

  private Seen() {}

  /** Polls that say that the job goes on. */
  static List<Exchange> running(Transcript transcript) {
    return transcript.polls().stream().filter(Seen::isRunning).toList();
  }

  static boolean isRunning(Exchange poll) {
    return MonitorReading.state(poll) == State.RUNNING;
  }

  /** Polls that say how the job has ended. */
  static List<Exchange> ended(Transcript transcript) {
    return transcript.polls().stream()
        .filter(poll -> MonitorReading.state(poll).isFinal())
        .toList();
  }

  /** Polls of which some earlier one stands in that relation to them. */
  static List<Exchange> laterThan(
      List<Exchange> polls, BiPredicate<Exchange, Exchange> earlierAndLater) {
    List<Exchange> found = new ArrayList<>();
    for (int i = 1; i < polls.size(); i++) {
      Exchange later = polls.get(i);
      if (polls.subList(0, i).stream().anyMatch(earlier -> earlierAndLater.test(earlier, later))) {
        found.add(later);
      }
    }
    return found;
  }

  /** The value of a directive of Cache-Control, or nothing; empty text if it has no value. */
  static Optional<String> cacheDirective(Exchange exchange, String name) {
    for (String line : exchange.headers().all("Cache-Control")) {
      for (String directive : line.split(",", -1)) {
        String[] parts = directive.strip().split("=", 2);
        if (parts[0].strip().equalsIgnoreCase(name)) {
          return Optional.of(parts.length > 1 ? parts[1].replace("\"", "").strip() : "");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether caches may use it again without asking. */
  static boolean isFresh(Exchange exchange) {
    boolean kept =
        cacheDirective(exchange, "no-store").isPresent()
            || cacheDirective(exchange, "no-cache").isPresent();
    return !kept
        && (isPositive(cacheDirective(exchange, "max-age").orElse(""))
            || isPositive(cacheDirective(exchange, "s-maxage").orElse("")));
  }

  private static boolean isPositive(String seconds) {
    return seconds.matches("\\d{1,18}") && Long.parseLong(seconds) > 0;
  }
}

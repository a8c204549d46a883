package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Body.End;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.reading.Waits;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What is true of any message. */
final class MessageRules {

  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Pattern VERSION = Pattern.compile("[0-9]\\.[0-9]");

  static final List<Rule> ALL =
      List.of(
          Rule.error("content-length-mismatch", "A body is not as long as the message says")
              .because("It was cut off, or the next answer on the connection begins in its middle.")
              .see("RFC 9112, section 6.3")
              .instead("Let the server count the bytes, not the characters.")
              .in(
                  Seen.ANY,
                  e ->
                      e.body()
                          .filter(b -> b.end() == End.BROKEN_OFF || b.end() == End.OVERRUN)
                          .isPresent()),
          Rule.error("no-content-with-body", "204 has a body")
              .because("The next answer on the connection is read from its middle.")
              .see("RFC 9110, section 15.3.5")
              .instead("Send headers only, or 200.")
              .in(Seen.ANY, e -> e.status() == Seen.NO_CONTENT && e.hasBody()),
          Rule.error("not-http", "An answer can't be read as HTTP/1.1")
              .because(
                  "Careful clients refuse it, careless ones read something else than what was meant.")
              .see("RFC 9112, section 2")
              .instead("Let a server library write the message.")
              .in(Seen.ANY, e -> "not-http".equals(e.failure())),
          Rule.info("no-date", "Answers have no Date")
              .because("Ages and dates, such as a Retry-After that is one, can't be compared.")
              .see("RFC 9110, section 6.6.1")
              .instead("Send Date.")
              .in(Seen.ANY, e -> isSuccess(e) && !e.headers().has("Date")),
          Rule.warning("clock-skew-date", "The server's clock is off by more than a minute")
              .because(
                  "Dates in Retry-After, Expires and in bodies mislead whoever has a right clock.")
              .see("RFC 9110, section 6.6.1")
              .instead("Synchronize the server's clock.")
              .in(Seen.ANY, MessageRules::isOff),
          Rule.info("server-version-leak", "Headers tell which version of what software answers")
              .because("Who looks for servers with a known hole finds this one.")
              .see("RFC 9110, section 10.2.4")
              .instead("Leave out versions, and X-Powered-By.")
              .in(
                  Seen.ANY,
                  e ->
                      VERSION.matcher(e.header("Server").orElse("")).find()
                          || e.headers().has("X-Powered-By")
                          || e.headers().has("X-AspNet-Version")));

  private MessageRules() {}

  private static boolean isSuccess(Exchange exchange) {
    return exchange.isOf(2) || exchange.isOf(3) || exchange.isOf(4);
  }

  private static boolean isOff(Exchange exchange) {
    return exchange
        .header("Date")
        .flatMap(Waits::date)
        .map(date -> Duration.between(exchange.end(), date).abs())
        .filter(difference -> difference.compareTo(SKEW.plus(exchange.took())) > 0)
        .isPresent();
  }
}

package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.HEAD_MONITOR;
import static dev.accepted.types.inspections.dialogue.Purpose.HEAD_RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.MONITOR_AGAIN;
import static dev.accepted.types.inspections.dialogue.Purpose.OPTIONS_MONITOR;
import static dev.accepted.types.inspections.dialogue.Purpose.RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.UNACCEPTABLE;
import static dev.accepted.types.inspections.dialogue.Purpose.WRONG_METHOD;

import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** HEAD, OPTIONS, methods that aren't there, and media types that can't be had. */
final class MethodRules {

  private static final Set<Purpose> HEADS = Set.of(HEAD_MONITOR, HEAD_RESULT);
  private static final String HEAD = "RFC 9110, section 9.3.2";

  static final List<Rule> ALL =
      List.of(
          Rule.error("head-refused", "HEAD doesn't work where GET does")
              .because(
                  "All general-purpose servers must support both; proxies and download tools ask first.")
              .see("RFC 9110, section 9.1")
              .instead("Answer HEAD like GET, without the body.")
              .in(HEADS, MethodRules::isRefused),
          Rule.warning("head-differs-status", "HEAD has another status than GET")
              .because("Whoever asks first is told something else than what comes.")
              .see(HEAD)
              .instead("Answer HEAD like GET, without the body.")
              .among(
                  HEADS,
                  t ->
                      differing(
                          t, (head, get) -> head.status() != get.status() && !isRefused(head))),
          Rule.warning("head-differs-length", "HEAD tells another length than GET")
              .because("Download tools plan and check by it.")
              .see("RFC 9110, section 8.6")
              .instead("Send the same Content-Length, or none.")
              .among(HEADS, t -> differing(t, MethodRules::otherLength)),
          Rule.info("head-differs-headers", "HEAD lacks headers that GET has")
              .because("Type, tag and date are what it is asked for.")
              .see(HEAD)
              .instead("Send the same headers.")
              .among(HEADS, t -> differing(t, MethodRules::lacksHeaders)),
          Rule.error("head-with-body", "HEAD has a body")
              .because("The next answer on the connection is read from its middle.")
              .see(HEAD)
              .instead("Send headers only.")
              .in(HEADS, Exchange::hasBody),
          Rule.info("options-no-allow", "OPTIONS doesn't tell what is allowed")
              .because("Programs and people can't find out what may be done with the monitor.")
              .see("RFC 9110, section 9.3.7")
              .instead("Answer OPTIONS with Allow.")
              .in(
                  OPTIONS_MONITOR,
                  e -> e.answer() != null && !e.isThrottled() && !e.headers().has("Allow")),
          Rule.error("405-without-allow", "405 doesn't say what is allowed")
              .because("It must: that is how a client learns what to use instead.")
              .see("RFC 9110, section 15.5.6")
              .instead("Send Allow with it.")
              .in(
                  Seen.ANY,
                  e -> e.status() == Seen.METHOD_NOT_ALLOWED && !e.headers().has("Allow")),
          Rule.warning(
                  "wrong-method-accepted", "The monitor takes methods that it doesn't know for GET")
              .because("Whoever tries something else is told that it worked.")
              .see("RFC 9110, section 15.5.6")
              .instead("Answer 405 with Allow, or 501.")
              .in(WRONG_METHOD, e -> e.isOf(2)),
          Rule.error("wrong-method-5xx", "A method that the monitor doesn't have is a server error")
              .because("It is the client's mistake, and fills the error log.")
              .see("RFC 9110, section 15.5.6")
              .instead("Answer 405 with Allow, or 501.")
              .in(
                  WRONG_METHOD,
                  e -> e.isOf(5) && e.status() != Seen.NOT_IMPLEMENTED && !e.isThrottled()),
          Rule.info("not-acceptable-ignored", "Accept is ignored")
              .because("Who can read one type only gets another. It is allowed, but seldom helps.")
              .see("RFC 9110, section 12.5.1")
              .instead("Answer 406, with the types that can be had.")
              .among(UNACCEPTABLE, MethodRules::ignoring),
          Rule.error("not-acceptable-5xx", "A media type that can't be had is a server error")
              .because("It is an ordinary question, and fills the error log.")
              .see("RFC 9110, section 15.5.7")
              .instead("Answer 406, or with what there is.")
              .in(UNACCEPTABLE, e -> e.isOf(5) && !e.isThrottled()));

  private MethodRules() {}

  private static boolean isRefused(Exchange exchange) {
    return exchange.status() == Seen.METHOD_NOT_ALLOWED
        || exchange.status() == Seen.NOT_IMPLEMENTED;
  }

  /** The usual type all the same. Another one is what Vary has to tell of. */
  private static List<Exchange> ignoring(Transcript transcript) {
    String usual = transcript.first(MONITOR_AGAIN).map(Exchange::mediaType).orElse("");
    return transcript.of(UNACCEPTABLE).stream()
        .filter(e -> e.isOf(2) && e.mediaType().equals(usual))
        .toList();
  }

  private static List<Exchange> differing(
      Transcript transcript, BiPredicate<Exchange, Exchange> difference) {
    return transcript.of(HEADS).stream()
        .filter(head -> head.answer() != null && !head.isThrottled())
        .filter(
            head ->
                get(transcript, head)
                    .filter(get -> !get.isThrottled() && difference.test(head, get))
                    .isPresent())
        .toList();
  }

  private static Optional<Exchange> get(Transcript transcript, Exchange head) {
    return transcript
        .last(head.purpose() == HEAD_RESULT ? RESULT : MONITOR_AGAIN)
        .filter(get -> get.answer() != null);
  }

  private static boolean otherLength(Exchange head, Exchange get) {
    Optional<String> told = head.header("Content-Length");
    long length = get.body().map(Body::length).orElse(0L);
    return head.status() == get.status()
        && told.isPresent()
        && get.body().filter(body -> body.end() == Body.End.COMPLETE).isPresent()
        && !told.get().equals(Long.toString(length));
  }

  private static boolean lacksHeaders(Exchange head, Exchange get) {
    return head.status() == get.status()
        && List.of("Content-Type", "ETag", "Last-Modified", "Location").stream()
            .anyMatch(name -> get.headers().has(name) && !head.headers().has(name));
  }
}

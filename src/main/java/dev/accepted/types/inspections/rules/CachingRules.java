package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.CONDITIONAL_MONITOR;
import static dev.accepted.types.inspections.dialogue.Purpose.CONDITIONAL_POLL;
import static dev.accepted.types.inspections.dialogue.Purpose.CONDITIONAL_RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.MONITOR_AGAIN;
import static dev.accepted.types.inspections.dialogue.Purpose.RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.UNACCEPTABLE;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Caches, entity tags and conditions. */
final class CachingRules {

  private static final Set<Purpose> CONDITIONAL =
      Set.of(CONDITIONAL_POLL, CONDITIONAL_MONITOR, CONDITIONAL_RESULT);

  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  static final List<Rule> ALL =
      List.of(
          Rule.error("monitor-cacheable", "The monitor may be used from a cache without asking")
              .because("Clients behind a cache see an old state, and miss the end.")
              .see("RFC 9111, section 5.2.2")
              .instead("Send Cache-Control: no-cache, or no-store.")
              .in(Transcript.POLLS, e -> e.isOf(2) && Seen.isFresh(e)),
          Rule.warning("monitor-no-cache-control", "The monitor doesn't say how it may be cached")
              .because("Caches may make up a lifetime of their own for a 200.")
              .see("RFC 9111, section 4.2.2")
              .instead("Send Cache-Control: no-cache, or no-store.")
              .in(
                  Transcript.POLLS,
                  e ->
                      e.status() == Seen.OK
                          && !e.headers().has("Cache-Control")
                          && !e.headers().has("Expires")),
          Rule.error("redirect-cacheable", "The redirect to the result may be cached")
              .because("Should the job run again, clients never learn of it.")
              .see("RFC 9111, section 4.2.1")
              .instead("Send Cache-Control: no-store with it.")
              .in(
                  Transcript.POLLS,
                  e -> e.isOf(3) && e.status() != Seen.NOT_MODIFIED && Seen.isFresh(e)),
          Rule.info("monitor-no-etag", "The monitor has no ETag")
              .because("Each poll sends all of it again, and nobody can wait for a change.")
              .see("RFC 9110, section 8.8.3")
              .instead("Send an ETag, and answer If-None-Match with 304.")
              .among(
                  Transcript.POLLS,
                  t ->
                      Seen.running(t).stream()
                          .filter(e -> e.status() == Seen.OK && !e.headers().has("ETag"))
                          .toList()),
          Rule.info("result-no-etag", "The result has neither ETag nor Last-Modified")
              .because("It can't be validated, nor can a download that broke off go on.")
              .see("RFC 9110, section 8.8")
              .instead("Send an ETag.")
              .in(
                  RESULT,
                  e ->
                      e.status() == Seen.OK
                          && !e.headers().has("ETag")
                          && !e.headers().has("Last-Modified")),
          Rule.error("etag-malformed", "An ETag is not in quotes")
              .because("Clients and caches that check it ignore it, or fail.")
              .see("RFC 9110, section 8.8.3")
              .instead("Put it in double quotes.")
              .in(
                  Seen.ANY,
                  e -> e.header("ETag").filter(t -> !TAG.matcher(t).matches()).isPresent()),
          Rule.error("etag-unchanged", "Two different bodies have the same strong ETag")
              .because("A client that asks whether anything has changed never learns that it has.")
              .see("RFC 9110, section 8.8.1")
              .instead("Make the tag of what the body is made of.")
              .among(Transcript.POLLS, CachingRules::sameTag),
          Rule.warning("no-conditional", "If-None-Match is ignored")
              .because("The server sends an ETag, and then all of it again to whoever has it.")
              .see("RFC 9110, section 13.1.2")
              .instead("Answer 304 where the tag is the current one.")
              .in(CONDITIONAL, CachingRules::isIgnored),
          Rule.error("not-modified-with-body", "304 has a body")
              .because("The next answer on the connection is read from its middle.")
              .see("RFC 9110, section 15.4.5")
              .instead("Send headers only.")
              .in(Seen.ANY, e -> e.status() == Seen.NOT_MODIFIED && e.hasBody()),
          Rule.warning("not-modified-without-etag", "304 doesn't repeat the ETag")
              .because("Caches can't tell which of what they have is meant.")
              .see("RFC 9110, section 15.4.5")
              .instead("Send the ETag that a 200 would have.")
              .in(CONDITIONAL, e -> e.status() == Seen.NOT_MODIFIED && !e.headers().has("ETag")),
          Rule.info("monitor-no-vary", "The answer depends on Accept, and doesn't say so")
              .because("A cache may give one client what another one asked for.")
              .see("RFC 9110, section 12.5.5")
              .instead("Send Vary: Accept.")
              .among(UNACCEPTABLE, CachingRules::unsaid));

  private CachingRules() {}

  private static boolean isIgnored(Exchange exchange) {
    Optional<String> asked = exchange.call().headers().first("If-None-Match");
    return exchange.status() == Seen.OK
        && asked.isPresent()
        && asked.equals(exchange.header("ETag"));
  }

  private static List<Exchange> sameTag(Transcript transcript) {
    List<Exchange> tagged =
        transcript.polls().stream()
            .filter(e -> e.status() == Seen.OK && e.body().filter(b -> b.isWhole()).isPresent())
            .filter(e -> e.header("ETag").filter(tag -> !tag.startsWith("W/")).isPresent())
            .toList();
    return Seen.laterThan(
        tagged,
        (earlier, later) ->
            earlier.header("ETag").equals(later.header("ETag"))
                && !earlier.text().equals(later.text()));
  }

  /** Another type than usual, with success. */
  private static List<Exchange> unsaid(Transcript transcript) {
    String usual = transcript.first(MONITOR_AGAIN).map(Exchange::mediaType).orElse("");
    return transcript.of(UNACCEPTABLE).stream()
        .filter(e -> e.isOf(2) && !usual.isEmpty() && !e.mediaType().equals(usual))
        .filter(
            e ->
                !e.header("Vary")
                    .orElse("")
                    .toLowerCase(Locale.ROOT)
                    .matches(".*(accept\\b|\\*).*"))
        .toList();
  }
}

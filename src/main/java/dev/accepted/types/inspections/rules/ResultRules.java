package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.RESULT;
import static dev.accepted.types.inspections.dialogue.Purpose.RESULT_AGAIN;

import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The result itself. */
final class ResultRules {

  private static final Pattern UTF_8 = Pattern.compile("(?i).*charset=\"?utf-?8\"?.*");
  private static final Pattern BEYOND_ASCII = Pattern.compile("(?s).*[^\\x00-\\x7f].*");

  static final List<Rule> ALL =
      List.of(
          Rule.warning("result-content-type-missing", "The result has no Content-Type")
              .because("Nobody knows what it is; browsers guess, which is dangerous.")
              .see("RFC 9110, section 8.3")
              .instead("Send its media type.")
              .in(RESULT, e -> e.isOf(2) && e.hasBody() && e.mediaType().isEmpty()),
          Rule.warning("result-content-type-wrong", "The result is not what its Content-Type says")
              .because("Clients choose a parser by it, and that fails.")
              .see("RFC 9110, section 8.3")
              .instead("Send the media type of what is in the body.")
              .in(RESULT, ResultRules::isWrong),
          Rule.warning("result-changes", "The result is another one when it is read again")
              .because("A download that broke off can't be told from another result.")
              .see("RFC 9110, section 9.2.1")
              .instead("Store the result when the job ends, and leave it as it is.")
              .among(RESULT_AGAIN, ResultRules::changed),
          Rule.error("result-lost", "The result can be read once only")
              .because(
                  "A client whose connection broke has lost it. GET is safe: it changes nothing.")
              .see("RFC 9110, section 9.2.1")
              .instead("Keep the result for a time that you tell.")
              .in(RESULT_AGAIN, e -> e.isOf(4) && e.status() != Seen.TOO_MANY),
          Rule.warning("json-charset", "JSON comes in another charset than UTF-8")
              .because("Between systems, JSON is UTF-8; parsers don't look at a charset.")
              .see("RFC 8259, section 8.1")
              .instead("Send UTF-8, without a charset parameter.")
              .in(
                  Seen.ANY,
                  e ->
                      e.saysJson()
                          && e.header("Content-Type")
                              .orElse("")
                              .toLowerCase(Locale.ROOT)
                              .contains("charset=")
                          && !UTF_8.matcher(e.header("Content-Type").orElse("")).matches()),
          Rule.info("charset-missing", "Text beyond ASCII comes without a charset")
              .because("Readers guess the encoding, and some letters go wrong.")
              .see("RFC 9110, section 8.3.2")
              .instead("Send charset=utf-8 with text.")
              .in(
                  RESULT,
                  e ->
                      e.mediaType().startsWith("text/")
                          && !e.header("Content-Type").orElse("").contains("charset=")
                          && BEYOND_ASCII.matcher(e.text()).matches()),
          Rule.info("result-no-nosniff", "The result may be taken for another type by browsers")
              .because("What was uploaded as text can run as a page of this origin.")
              .see("WHATWG Fetch, section 3.6")
              .instead("Send X-Content-Type-Options: nosniff.")
              .in(
                  RESULT,
                  e -> e.status() == Seen.OK && !e.headers().has("X-Content-Type-Options")));

  private ResultRules() {}

  private static boolean isWrong(Exchange exchange) {
    Optional<Body> whole = exchange.body().filter(body -> body.isWhole() && !body.isEmpty());
    if (!exchange.isOf(2) || whole.isEmpty()) {
      return false;
    }
    boolean json = whole.get().isJson();
    boolean value = whole.get().text().strip().matches("(?s)\".*\"|-?[0-9.eE+-]+|true|false|null");
    return exchange.saysJson() ? !json && !value : json && exchange.mediaType().equals("text/html");
  }

  private static List<Exchange> changed(Transcript transcript) {
    Optional<Body> first = transcript.last(RESULT).flatMap(Exchange::body);
    return transcript.of(RESULT_AGAIN).stream()
        .filter(e -> e.status() == Seen.OK && first.isPresent())
        .filter(e -> e.body().filter(body -> !body.sameAs(first.get())).isPresent())
        .toList();
  }
}

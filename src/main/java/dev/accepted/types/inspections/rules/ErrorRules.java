package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Exchange;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How errors are told. */
final class ErrorRules {

  private static final String PROBLEMS = "RFC 9457, section 3";
  private static final String TYPE = "application/problem+json";

  /** In characters: far enough for the first lines of a trace. */
  private static final int LOOKED_AT = 16 << 10;

  /**
   * Java, .NET, Node, Python, PHP, Go, Ruby. What comes before a bracket or a slash is never tried
   * again in parts ({@code +}): a body could be made of nothing but beginnings.
   */
  private static final Pattern TRACE =
      Pattern.compile(
          "(?:\\b|\\\\[tnr])at (?:"
              + "[\\w.$<>]{1,200}+\\([\\w$]{1,100}+\\.(?:java|kt|scala):\\d{1,6}\\)"
              + "|[\\w.`<>\\[\\], ]{1,200}+\\([^)\\n]{0,300}+\\) in [^\\n]{1,300}:line \\d"
              + "|(?:[^\\n(/]{0,200}+(?:\\((?:file://|node:|/|[A-Z]:\\\\)|/)|[A-Z]:\\\\)[^\\n)]{1,300}:\\d{1,6}:\\d{1,6}"
              + ")"
              + "|Traceback \\(most recent call last\\)"
              + "|(?:Fatal error|Warning)[^\\n]{0,500} on line (?:<b>)?\\d"
              + "|goroutine \\d{1,9} \\[\\w"
              + "|\\.rb:\\d{1,6}:in [`']");

  static final List<Rule> ALL =
      List.of(
          Rule.error("stack-trace-leak", "A stack trace is sent to clients")
              .because(
                  "It tells files, libraries and versions to whoever wants to break in, and nobody else anything.")
              .see("CWE-209")
              .instead("Log it, and send a problem with an id that is found in the log.")
              .in(Seen.ANY, e -> TRACE.matcher(beginning(e.text())).find()),
          Rule.info("error-not-problem-json", "Errors are not told as application/problem+json")
              .because("Clients need code of their own for each API's errors.")
              .see(PROBLEMS)
              .instead("Send problem details.")
              .in(Seen.ANY, e -> isError(e) && e.hasBody() && e.saysJson() && !isProblem(e)),
          Rule.warning(
                  "error-content-type",
                  "Errors come as HTML or text to a client that asked for JSON")
              .because("Programs can't read a page.")
              .see(PROBLEMS)
              .instead("Send application/problem+json.")
              .in(Seen.ANY, e -> isError(e) && e.hasBody() && e.mediaType().startsWith("text/")),
          Rule.info("error-empty", "Errors come without a body")
              .because("Whoever looks for the mistake has a number only.")
              .see(PROBLEMS)
              .instead("Send application/problem+json with a sentence.")
              .in(Seen.ANY, e -> isError(e) && !e.hasBody() && !e.call().isHead()),
          Rule.warning("problem-malformed", "A problem is not a JSON object as RFC 9457 has it")
              .because("Clients that know problems fail on it.")
              .see("RFC 9457, section 3.1")
              .instead(
                  "Send an object; its “status”, if there is one, is the number of the answer's.")
              .in(Seen.ANY, e -> isProblem(e) && e.hasBody() && isMalformed(e)),
          Rule.info("problem-without-title", "A problem says neither title nor detail")
              .because("People who read it learn nothing.")
              .see("RFC 9457, section 3.1.3")
              .instead("Say in a few words what went wrong.")
              .in(
                  Seen.ANY,
                  e ->
                      isProblem(e)
                          && e.object()
                              .filter(o -> !o.containsKey("title") && !o.containsKey("detail"))
                              .isPresent()));

  private ErrorRules() {}

  private static String beginning(String text) {
    return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
  }

  private static boolean isError(Exchange exchange) {
    return exchange.isOf(4) || exchange.isOf(5);
  }

  private static boolean isProblem(Exchange exchange) {
    return exchange.mediaType().equals(TYPE);
  }

  private static boolean isMalformed(Exchange exchange) {
    Optional<JsonObject> object = exchange.object();
    if (object.isEmpty()) {
      return exchange.body().filter(body -> body.isWhole()).isPresent();
    }
    JsonValue status = object.get().get("status");
    return status != null
        && !(status instanceof JsonNumber number && number.intValue() == exchange.status());
  }
}

package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.PREFLIGHT;

import dev.accepted.types.inspections.dialogue.Exchange;
import java.util.List;
import java.util.Locale;

/** What pages of other origins may do (CORS). */
final class CrossOriginRules {

  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

  static final List<Rule> ALL =
      List.of(
          Rule.info("cors-missing", "Pages of other origins can't submit")
              .because("That may well be meant: browsers keep them out.")
              .see("WHATWG Fetch, section 3.3")
              .instead(
                  "If pages elsewhere are to use the API, answer the preflight for their origins.")
              .in(PREFLIGHT, e -> e.answer() != null && !e.headers().has(ALLOWED)),
          Rule.error(
                  "cors-any-origin-with-credentials",
                  "Pages of any origin may act with the user's cookies")
              .because("Whatever page somebody visits can submit and read jobs in their name.")
              .see("WHATWG Fetch, section 3.3.5")
              .instead("Allow the origins that you know, or no credentials.")
              .in(
                  PREFLIGHT,
                  e ->
                      e.header(CREDENTIALS).filter("true"::equalsIgnoreCase).isPresent()
                          && (e.header(ALLOWED).equals(e.call().headers().first("Origin"))
                              || e.header(ALLOWED).filter("*"::equals).isPresent())),
          Rule.warning(
                  "cors-method-not-allowed", "The preflight allows the origin, but not the method")
              .because("The page's submission fails all the same.")
              .see("WHATWG Fetch, section 3.3.4")
              .instead("Name the method in Access-Control-Allow-Methods.")
              .in(PREFLIGHT, CrossOriginRules::lacksMethod));

  private CrossOriginRules() {}

  /** POST needs no mention. */
  private static boolean lacksMethod(Exchange preflight) {
    String method =
        preflight.call().headers().first("Access-Control-Request-Method").orElse("POST");
    String allowed =
        preflight.header("Access-Control-Allow-Methods").orElse("").toUpperCase(Locale.ROOT);
    return preflight.headers().has(ALLOWED)
        && !List.of("POST", "GET").contains(method)
        && !allowed.contains(method)
        && !allowed.contains("*");
  }
}

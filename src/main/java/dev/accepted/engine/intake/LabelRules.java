package dev.accepted.engine.intake;

import java.util.Map;
import java.util.regex.Pattern;

/** Which labels may be. */
final class LabelRules {

  private static final int MOST = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  /** Neither what breaks lines nor what turns the writing around: labels are shown and logged. */
  private static final Pattern TEXT =
      Pattern.compile(
          "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]{0,200}");

  private LabelRules() {}

  /**
   * Returns them if they may be.
   *
   * @throws IllegalArgumentException if not; the message says what may
   */
  static Map<String, String> checked(Map<String, String> asked) {
    if (asked.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " labels");
    }
    asked.forEach(
        (name, text) -> {
          if (!NAME.matcher(name).matches() || !TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                "a name is up to 63 letters, digits, dots, hyphens or underscores; a text is up to 200 characters, none of them a control character");
          }
        });
    return asked;
  }
}

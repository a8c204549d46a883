package dev.accepted.store;

/** Text within the pattern of a {@code like} whose escape character is an exclamation mark. */
final class LikePattern {

  private LikePattern() {}

  /** The text as it stands, whatever characters it has. */
  static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}

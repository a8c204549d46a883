package dev.accepted.types.inspections.report;

/** The beginning of a text. */
final class Excerpt {

  private static final int LONGEST = 2_000;

  private Excerpt() {}

  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

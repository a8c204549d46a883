package dev.accepted.types.reports;

import org.jspecify.annotations.Nullable;

/** Text in HTML. */
final class Html {

  private Html() {}

  /** The text with all that HTML could take for markup, in content and in quoted attributes. */
  static String escape(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (safe != null) {
        safe.append(entity == null ? String.valueOf(text.charAt(i)) : entity);
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static @Nullable String entity(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      // Not allowed in HTML at all, not even as a reference.
      case '\0' -> "\ufffd";
      default -> null;
    };
  }
}

package dev.accepted.http.pages;

/**
 * What a page says to who has no scripts.
 *
 * @param title text, for the browser's tab
 * @param again after how many seconds the page looks again; 0 if there is no more to come
 * @param html the rest, with all that is anybody's words escaped
 */
record Plain(String title, long again, String html) {

  /** When a page looks again, in a sentence. */
  static String looksAgain(long seconds) {
    return "This page looks again in %s.".formatted(Words.roughly((double) seconds));
  }
}

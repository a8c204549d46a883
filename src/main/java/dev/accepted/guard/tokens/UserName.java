package dev.accepted.guard.tokens;

import dev.accepted.guard.keys.KeyText;
import java.nio.charset.StandardCharsets;

/**
 * Names in tokens as owners are called: a name may hold anything, an owner no slash and no control.
 * Two names never become one.
 */
final class UserName {

  /** Keeps names of users apart from those of keys. */
  private static final String PREFIX = "user:";

  private static final int MOST_NAME = 120;
  private static final int MOST_TENANT = 64;
  private static final String PLAIN = "._@+-";

  private UserName() {}

  static String ofUser(String claim) {
    return PREFIX + shortened(claim, MOST_NAME);
  }

  static String ofTenant(String claim) {
    return shortened(claim, MOST_TENANT);
  }

  /** A tilde begins what is too long; else it would be escaped. */
  private static String shortened(String claim, int most) {
    String escaped = escaped(claim);
    return escaped.length() <= most
        ? escaped
        : ("~" + KeyText.digest(claim)).substring(0, MOST_TENANT);
  }

  private static String escaped(String claim) {
    StringBuilder text = new StringBuilder();
    for (byte one : claim.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9')
              || PLAIN.indexOf(letter) >= 0;
      if (plain) {
        text.append(letter);
      } else {
        text.append("%%%02X".formatted((int) letter));
      }
    }
    return text.toString();
  }
}

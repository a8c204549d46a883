package dev.accepted.config;

import java.security.SecureRandom;
import java.util.Base64;

/** How Standard Webhooks writes a secret: {@code whsec_} and 24 to 64 bytes in base64. */
public final class WebhookSecretText {

  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int USUAL_BYTES = 32;
  private static final int MOST_BYTES = 64;

  private WebhookSecretText() {}

  /** Makes one that nobody knows. */
  public static String random() {
    byte[] bytes = new byte[USUAL_BYTES];
    new SecureRandom().nextBytes(bytes);
    return of(bytes);
  }

  /** Writes one. */
  public static String of(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * Returns it if it is one.
   *
   * @throws IllegalArgumentException if it isn't; the message doesn't hold it
   */
  public static String checked(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("whsec_ and 24 to 64 bytes in base64 are needed");
    }
    return text;
  }

  private static boolean isOne(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
      return length >= LEAST_BYTES && length <= MOST_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

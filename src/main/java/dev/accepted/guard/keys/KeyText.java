package dev.accepted.guard.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as it is sent: {@code acc_}, 16 letters and digits that say which, an underscore, and 43
 * that nobody can guess (256 bits). Nothing in it needs escaping, and a double click selects it
 * whole.
 *
 * <p>The store has its SHA-256 only. For a password that would be too quick to compute; this secret
 * is drawn at random from 2^256, where no speed helps to guess, and each request computes it.
 */
public final class KeyText {

  /** What all keys begin with, so that tools find one that leaks. */
  public static final String PREFIX = "acc_";

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID = 16;

  /** 62^43 is more than 2^256. */
  private static final int SECRET = 43;

  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + ID + "}_[0-9A-Za-z]{" + SECRET + "}");

  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyText() {}

  /** Makes one that nobody knows. */
  public static String random() {
    return PREFIX + letters(ID) + '_' + letters(SECRET);
  }

  private static String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** Which one it is; empty if it hasn't the form of a key. */
  public static Optional<String> id(String key) {
    return FORM.matcher(key).matches()
        ? Optional.of(key.substring(PREFIX.length(), PREFIX.length() + ID))
        : Optional.empty();
  }

  /** What is stored of it: its SHA-256 in hexadecimal digits. */
  public static String digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Compares digests in a time that doesn't tell where they differ. */
  static boolean same(String digest, String other) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}

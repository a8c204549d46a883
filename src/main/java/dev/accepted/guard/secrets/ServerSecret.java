package dev.accepted.guard.secrets;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only this server knows, or all servers that share its store. Nothing is signed or encrypted
 * with it: each purpose has a key of its own that is derived from it, and tells nothing of the
 * others.
 */
public final class ServerSecret {

  /** What is made at random has so many bytes, and a derived key. */
  public static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  /** HKDF's salt where there is none: zeros, as many as the hash has bytes (RFC 5869, 2.2). */
  private static final byte[] NO_SALT = new byte[BYTES];

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  private ServerSecret(byte[] secret) {
    this.secret = secret;
  }

  /** Makes one that nobody knows. */
  public static ServerSecret random() {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    return new ServerSecret(fresh);
  }

  /**
   * The one that {@link #hex} wrote.
   *
   * @throws IllegalArgumentException if it isn't in hexadecimal digits, or has less than {@value
   *     #BYTES} bytes
   */
  public static ServerSecret ofHex(String digits) {
    byte[] bytes = HexFormat.of().parseHex(digits);
    if (bytes.length < BYTES) {
      throw new IllegalArgumentException("a secret has at least " + BYTES + " bytes");
    }
    return new ServerSecret(bytes);
  }

  /** As it is to be stored, and never to be told: hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(secret);
  }

  /**
   * The key for that purpose: {@value #BYTES} bytes, the same ones for the same label.
   *
   * @param label names the purpose, such as {@code links}
   */
  public byte[] derive(String label) {
    return hkdf(secret, label.getBytes(StandardCharsets.UTF_8));
  }

  /** HKDF with SHA-256 (RFC 5869), without salt, and no longer than its hash. */
  static byte[] hkdf(byte[] secret, byte[] info) {
    byte[] pseudorandom = hmac(NO_SALT, secret);
    byte[] first = new byte[info.length + 1];
    System.arraycopy(info, 0, first, 0, info.length);
    first[info.length] = 1;
    return hmac(pseudorandom, first);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
    }
  }

  /** It stays out of logs. */
  @Override
  public String toString() {
    return "ServerSecret[]";
  }
}

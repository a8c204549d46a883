package dev.accepted.guard.sessions;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Encrypts what is handed out and comes back (JWE, RFC 7516, with {@code dir} and {@code A256GCM}),
 * for one purpose and until one time: what was sealed for another purpose, has ended or was touched
 * can't be opened.
 */
final class Seal {

  private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

  /** What everything begins with that was sealed: the header, and no key, since it is known. */
  private static final String BEGIN = HEADER.toBase64URL() + "..";

  private final DirectEncrypter encrypter;
  private final DirectDecrypter decrypter;
  private final Clock clock;

  /**
   * With that key.
   *
   * @param key 32 bytes
   */
  Seal(byte[] key, Clock clock) {
    try {
      this.encrypter = new DirectEncrypter(key);
      this.decrypter = new DirectDecrypter(key);
    } catch (KeyLengthException wrong) {
      throw new IllegalArgumentException("a key of 32 bytes is needed", wrong);
    }
    this.clock = clock;
  }

  /**
   * Seals.
   *
   * @param until in whole seconds; what is left of one is cut off
   */
  String seal(String purpose, Map<String, ?> content, Instant until) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    content.forEach(claims::claim);
    EncryptedJWT sealed =
        new EncryptedJWT(HEADER, claims.audience(purpose).expirationTime(Date.from(until)).build());
    try {
      sealed.encrypt(encrypter);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
    return sealed.serialize();
  }

  /** What was sealed; empty if it doesn't count. */
  Optional<Map<String, Object>> open(String purpose, String sealed) {
    if (!isSpelt(sealed)) {
      return Optional.empty();
    }
    try {
      EncryptedJWT token = EncryptedJWT.parse(sealed);
      token.decrypt(decrypter);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean counts =
          claims.getAudience().contains(purpose)
              && claims.getExpirationTime() != null
              && clock.instant().isBefore(claims.getExpirationTime().toInstant());
      return counts ? Optional.of(claims.getClaims()) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalStateException touched) {
      // Anybody may send anything: what can't be opened is as good as nothing.
      return Optional.empty();
    }
  }

  /**
   * Whether it is written as it would have been sealed. No other header is read: the library fails
   * with some in ways of its own. And what decoders take for the same bytes isn't the same here.
   */
  private static boolean isSpelt(String sealed) {
    if (!sealed.startsWith(BEGIN)) {
      return false;
    }
    String[] parts = sealed.substring(BEGIN.length()).split("\\.", -1);
    return parts.length == 3 && Stream.of(parts).allMatch(Seal::isCanonical);
  }

  private static boolean isCanonical(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}

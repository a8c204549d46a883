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
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypts what is handed out and comes back (JWE, RFC 7516, with {@code dir} and {@code A256GCM}),
 * for one purpose and until one time: what was sealed for another purpose, has ended or was touched
 * can't be opened.
 */
final class Seal {

  private static final EncryptionMethod METHOD = EncryptionMethod.A256GCM;

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
        new EncryptedJWT(
            new JWEHeader(JWEAlgorithm.DIR, METHOD),
            claims.audience(purpose).expirationTime(Date.from(until)).build());
    try {
      sealed.encrypt(encrypter);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
    return sealed.serialize();
  }

  /** What was sealed; empty if it doesn't count. */
  Optional<Map<String, Object>> open(String purpose, String sealed) {
    try {
      EncryptedJWT token = EncryptedJWT.parse(sealed);
      if (!METHOD.equals(token.getHeader().getEncryptionMethod())) {
        return Optional.empty();
      }
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
}

package dev.accepted.guard.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.accepted.config.IssuerSettings;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a token is the issuer's, is meant for this server, and counts now. */
final class Signatures {

  private final IssuerSettings settings;
  private final Clock clock;
  private final String audience;
  private final Set<JWSAlgorithm> algorithms;

  /** Of tokens for that audience. */
  Signatures(IssuerSettings settings, String audience, Clock clock) {
    this.settings = settings;
    this.audience = audience;
    this.clock = clock;
    this.algorithms =
        settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
  }

  /**
   * Reads it, and checks nothing.
   *
   * @throws ParseException if it is none
   */
  static SignedJWT read(String token) throws ParseException {
    try {
      return SignedJWT.parse(token);
    } catch (RuntimeException odd) {
      // As the library fails with some headers, such as one without an algorithm.
      ParseException unreadable = new ParseException("the token can't be read", 0);
      unreadable.initCause(odd);
      throw unreadable;
    }
  }

  /** Whether such a signature counts at all. */
  boolean admits(SignedJWT token) {
    return algorithms.contains(token.getHeader().getAlgorithm());
  }

  /**
   * What it says.
   *
   * @throws BadJOSEException if it doesn't count
   */
  JWTClaimsSet checked(SignedJWT token, JWKSet keys) throws BadJOSEException, JOSEException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithms, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(new Rules(settings, audience, clock));
    return processor.process(token, null);
  }

  /** By the injected clock, not the machine's. */
  private static final class Rules extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    Rules(IssuerSettings settings, String audience, Clock clock) {
      super(
          audience,
          new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
          Set.of("exp", settings.name()));
      this.clock = clock;
      setMaxClockSkew((int) settings.skew().toSeconds());
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}

package dev.accepted.guard.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.accepted.config.IssuerSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.KeyText;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Says who calls with a bearer token (RFC 9068, OpenID Connect). One that was found good is known
 * by its digest until it expires, so that a poll checks no signature.
 */
public final class Tokens {

  private static final int KEPT = 20_000;

  private final Cache<String, Good> good =
      Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
  private final IssuerSettings settings;
  private final Clock clock;
  private final Signatures signatures;
  private final IssuerKeys keys;
  private final Optional<CodeFlow> codeFlow;

  /** Those of that issuer; its keys are not known before the first pass. */
  public Tokens(IssuerSettings settings, Clock clock, IssuerWatch watch) {
    this(settings, clock, watch, new IssuerExchange());
  }

  /** The same, where the issuer is asked in that way. */
  Tokens(IssuerSettings settings, Clock clock, IssuerWatch watch, IssuerExchange exchange) {
    this.settings = settings;
    this.clock = clock;
    this.signatures = new Signatures(settings, settings.audience(), clock);
    this.keys =
        new IssuerKeys(
            new IssuerDocuments(settings.issuer(), exchange), clock, good::invalidateAll, watch);
    this.codeFlow =
        settings.client().map(client -> new CodeFlow(settings, client, keys, exchange, clock));
  }

  private record Good(Caller caller, Instant until) {}

  /**
   * Who sends this.
   *
   * @throws IssuerUnavailable if that can't be said now
   */
  public Verdict verdict(String token) {
    String digest = KeyText.digest(token);
    Good known = good.getIfPresent(digest);
    if (known != null && clock.instant().isBefore(known.until())) {
      return new Verdict.Known(known.caller());
    }
    try {
      return check(Signatures.read(token), digest);
    } catch (ExpiredJWTException late) {
      return Verdict.EXPIRED;
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      // Why is for nobody to know who sends such things.
      return Verdict.INVALID;
    }
  }

  private Verdict check(SignedJWT token, String digest) throws BadJOSEException, JOSEException {
    if (!signatures.admits(token)) {
      return Verdict.INVALID;
    }
    JWKSet current = keys.current();
    String key = token.getHeader().getKeyID();
    if (key != null && current.getKeyByKeyId(key) == null) {
      keys.missing();
      return Verdict.INVALID;
    }
    JWTClaimsSet claims = signatures.checked(token, current);
    Instant until = claims.getExpirationTime().toInstant().plus(settings.skew());
    return Claims.caller(claims, settings)
        .map(
            caller -> {
              good.put(digest, new Good(caller, until));
              return (Verdict) new Verdict.Known(caller);
            })
        .orElse(Verdict.INVALID);
  }

  /** How people sign in with the issuer; empty if they don't. */
  public Optional<CodeFlow> codeFlow() {
    return codeFlow;
  }

  /** Fetches the issuer's keys if it is time to; tells whether it did. */
  public boolean runOnce() {
    return keys.runOnce();
  }
}

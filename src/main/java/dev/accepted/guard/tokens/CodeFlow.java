package dev.accepted.guard.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.accepted.config.ClientSettings;
import dev.accepted.config.IssuerSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.sessions.Attempt;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;

/**
 * People sign in with the issuer: they are sent there, and come back with a code for which it gives
 * a token that says who they are (OpenID Connect Core 1.0, section 3.1, with PKCE, RFC 7636).
 */
public final class CodeFlow {

  private final IssuerSettings issuer;
  private final ClientSettings client;
  private final IssuerKeys keys;
  private final Signatures signatures;
  private final TokenEndpoint tokens;

  CodeFlow(
      IssuerSettings issuer,
      ClientSettings client,
      IssuerKeys keys,
      IssuerExchange exchange,
      Clock clock) {
    this.issuer = issuer;
    this.client = client;
    this.keys = keys;
    this.signatures = new Signatures(issuer, client.id(), clock);
    this.tokens = new TokenEndpoint(client, exchange);
  }

  /**
   * Somebody is on their way.
   *
   * @param issuer where they are to be sent
   * @param attempt what has to be there when they come back
   */
  public record Begun(URI issuer, Attempt attempt) {}

  /** The issuer they sign in with. */
  public URI issuer() {
    return issuer.issuer();
  }

  /**
   * Begins.
   *
   * @param back where they come back to
   * @param target the page they want
   * @throws IssuerUnavailable if it isn't known yet where to send them
   */
  public Begun begin(URI back, String target) {
    URI endpoint = keys.published().authorization().orElseThrow(IssuerUnavailable::new);
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI there =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(client.scopes().toArray(String[]::new)),
                new ClientID(client.id()),
                back)
            .endpointURI(endpoint)
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(
        there, new Attempt(state.getValue(), nonce.getValue(), verifier.getValue(), target));
  }

  /**
   * Asks the issuer who came back. Takes five seconds at most and, if the keys that are known don't
   * do, up to twenty more; not for threads that requests wait for.
   *
   * @param back as at the beginning
   * @throws SignInRefused if that doesn't count
   * @throws IOException if it can't be asked
   * @throws IssuerUnavailable if it isn't known yet where to ask
   */
  public Caller finish(Attempt attempt, URI back, String code) throws SignInRefused, IOException {
    URI endpoint = keys.published().token().orElseThrow(IssuerUnavailable::new);
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(attempt.verifier()));
    try {
      return caller(Signatures.read(tokens.idToken(endpoint, grant)), attempt);
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw new SignInRefused("The issuer's ID token doesn't count", bad);
    }
  }

  private Caller caller(SignedJWT token, Attempt attempt)
      throws SignInRefused, BadJOSEException, JOSEException, ParseException {
    if (!signatures.admits(token)) {
      throw new SignInRefused("The issuer's ID token has a signature that doesn't count");
    }
    JWTClaimsSet claims = signatures.checked(token, keysFor(token.getHeader().getKeyID()));
    if (!attempt.nonce().equals(claims.getStringClaim("nonce"))) {
      throw new SignInRefused("The issuer's ID token was made for another sign-in");
    }
    String party = claims.getStringClaim("azp");
    if (party != null && !party.equals(client.id())) {
      throw new SignInRefused("The issuer's ID token was made for another client");
    }
    return Claims.caller(claims, issuer)
        .orElseThrow(() -> new SignInRefused("The issuer's ID token doesn't say who it is"));
  }

  /** The issuer may have a key since the last look. */
  private JWKSet keysFor(String id) {
    JWKSet current = keys.current();
    if (id == null || current.getKeyByKeyId(id) != null) {
      return current;
    }
    return keys.afterAnotherLook();
  }
}

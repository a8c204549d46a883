package dev.accepted.guard.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A small OpenID Connect issuer on this machine, whose keys change when a test says so. */
public final class TestIssuer implements AutoCloseable {

  /** What tokens are for. */
  public static final String AUDIENCE = "accepted";

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final TestSignIn door = new TestSignIn(this);
  private volatile RSAKey key;
  private volatile boolean down;
  private volatile String tokenEndpoint;

  private TestIssuer(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
    this.tokenEndpoint = url() + "/token";
  }

  /** Starts one at a free port. */
  public static TestIssuer start() throws IOException, JOSEException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    TestIssuer issuer = new TestIssuer(server, fresh());
    server.createContext("/.well-known/openid-configuration", issuer::discovery);
    server.createContext("/keys", issuer::keys);
    server.createContext("/authorize", issuer.door::authorize);
    server.createContext("/token", issuer.door::token);
    server.start();
    return issuer;
  }

  private static RSAKey fresh() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
  }

  /** What it is called in its tokens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on it signs with another key, and publishes that alone. */
  public void rotate() throws JOSEException {
    key = fresh();
  }

  /** Whether it answers 500. */
  public void down(boolean broken) {
    down = broken;
  }

  /** Where it says that its tokens are, in place of where they are. */
  void tokenEndpoint(String url) {
    tokenEndpoint = url;
  }

  /** How often its keys were asked for. */
  public int asked() {
    return asked.get();
  }

  /** How people sign in with it. */
  public TestSignIn door() {
    return door;
  }

  boolean isDown() {
    return down;
  }

  /** What it signs with now. */
  public RSAKey key() {
    return key;
  }

  /** Claims of a token that counts for five minutes from then. */
  public JWTClaimsSet.Builder claims(Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience(AUDIENCE)
        .subject("alice")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  /** Signs. */
  public String token(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  /** Signs with any key. */
  static String signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(with));
    return token.serialize();
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
         "token_endpoint":"%2$s"}"""
            .formatted(url(), tokenEndpoint));
  }

  private void keys(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    answer(exchange, new JWKSet(List.of(key.toPublicJWK())).toString());
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(down ? 500 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.accepted.guard.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The side of a {@link TestIssuer} that people see: whoever comes is alice, and is sent back at
 * once with a code that counts for one time.
 */
public final class TestSignIn {

  /** What it calls the server that sends people. */
  public static final String CLIENT = "accepted-pages";

  /** What that server proves itself with; its colon and plus have to be escaped. */
  public static final String SECRET = "a secret: with +/ in it";

  private final TestIssuer issuer;
  private final Map<String, Map<String, List<String>>> ways = new ConcurrentHashMap<>();
  private volatile UnaryOperator<JWTClaimsSet.Builder> says = claims -> claims;

  private volatile boolean endless;
  private volatile String tokenType = "Bearer";

  TestSignIn(TestIssuer issuer) {
    this.issuer = issuer;
  }

  /** What its next ID tokens say beyond, or in place of, what they should. */
  public void says(UnaryOperator<JWTClaimsSet.Builder> what) {
    says = what;
  }

  /** Whether what it answers to codes has no end. */
  public void endless(boolean is) {
    endless = is;
  }

  /** What it calls its tokens (a JSON string's inside). */
  public void tokenType(String called) {
    tokenType = called;
  }

  /** A code, as if somebody had come by that way. */
  String codeFor(URI way) {
    String code = UUID.randomUUID().toString();
    ways.put(code, URLUtils.parseParameters(way.getRawQuery()));
    return code;
  }

  void authorize(HttpExchange exchange) throws IOException {
    URI way = exchange.getRequestURI();
    Map<String, List<String>> asked = URLUtils.parseParameters(way.getRawQuery());
    try (exchange) {
      exchange
          .getResponseHeaders()
          .set(
              "Location",
              "%s?code=%s&state=%s"
                  .formatted(first(asked, "redirect_uri"), codeFor(way), first(asked, "state")));
      exchange.sendResponseHeaders(302, -1);
    }
  }

  void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> sent = URLUtils.parseParameters(form);
    Map<String, List<String>> way = ways.remove(first(sent, "code"));
    boolean known =
        way != null
            && isClient(exchange.getRequestHeaders().getFirst("Authorization"))
            && first(way, "redirect_uri").equals(first(sent, "redirect_uri"))
            && first(way, "code_challenge").equals(challenge(first(sent, "code_verifier")));
    if (endless) {
      goOn(exchange);
    } else if (issuer.isDown()) {
      answer(exchange, 500, "down");
    } else if (known) {
      answer(exchange, 200, tokens(first(way, "nonce")));
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private static void goOn(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    byte[] blanks = " ".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      exchange.getResponseBody().write(blanks); // fails when the client has had enough
    }
  }

  private String tokens(String nonce) {
    JWTClaimsSet.Builder claims =
        issuer
            .claims(Instant.now())
            .audience(CLIENT)
            .claim("nonce", nonce)
            .claim("roles", List.of("submit"));
    try {
      return "{\"access_token\":\"opaque\",\"token_type\":\"%s\",\"id_token\":\"%s\"}"
          .formatted(tokenType, issuer.token(says.apply(claims).build()));
    } catch (JOSEException unsigned) {
      throw new IllegalStateException(unsigned);
    }
  }

  private static boolean isClient(String header) {
    String pair = URLUtils.serializeParameters(Map.of(CLIENT, List.of(SECRET))).replace('=', ':');
    String expected = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + expected).equals(header);
  }

  private static String challenge(String verifier) {
    return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier)).getValue();
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of("")).get(0);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

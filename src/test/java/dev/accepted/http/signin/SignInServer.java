package dev.accepted.http.signin;

import dev.accepted.guard.keys.KeyText;
import dev.accepted.guard.tokens.TestIssuer;
import dev.accepted.guard.tokens.TestSignIn;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of a test class's own where people sign in with keys, or with an issuer beside it.
 * Started for each class, with an issuer of its own.
 */
public final class SignInServer implements BeforeAllCallback, AfterAllCallback {

  /** The key of an administrator who may do everything. */
  public static final String OPERATOR = KeyText.random();

  private final Map<String, String> others;
  private final OwnServer server = new OwnServer(this::settings);
  private @Nullable TestIssuer issuer;

  /** Not started yet. */
  public SignInServer() {
    this(Map.of());
  }

  /** The same with other settings than the usual ones, or with more of them. */
  public SignInServer(Map<String, String> settings) {
    others = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    issuer = TestIssuer.start();
    server.beforeAll(context);
    awaitIssuer();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    try {
      server.afterAll(context);
    } finally {
      if (issuer != null) {
        issuer.close();
      }
    }
  }

  private Map<String, String> settings() {
    Map<String, String> all = new TreeMap<>();
    all.put("accepted.auth", "keys,oidc");
    all.put("accepted.auth.issuer", issuer().url());
    all.put("accepted.auth.audience", TestIssuer.AUDIENCE);
    all.put("accepted.auth.client", TestSignIn.CLIENT);
    all.put("accepted.auth.client-secret", TestSignIn.SECRET);
    all.put("accepted.auth.admin-key.hash", KeyText.digest(OPERATOR));
    all.putAll(others);
    return all;
  }

  /** The server asks its issuer a second after it has started, and lets nobody wait for that. */
  private void awaitIssuer() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (api().get("/sign-in/start").header("Location").contains("trouble=unavailable")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the server does not know its issuer");
      }
    }
  }

  /** Whom its people sign in with. */
  public TestIssuer issuer() {
    return Objects.requireNonNull(issuer);
  }

  /** Where it answers, without a slash at its end. */
  public String url() {
    return server.url();
  }

  /** A client of it. */
  public Api api() {
    return server.api();
  }

  /** What it has printed, as soon as there is this among it; it may log a moment later. */
  String logWith(Pattern words) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String printed = Files.readString(server.log());
    while (!words.matcher(printed).find()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the log has no " + words + ":\n" + printed);
      }
      printed = Files.readString(server.log());
    }
    return printed;
  }

  /** Signs in with a key. */
  Answer signIn(String key) {
    return api().postJson("/api/session", "{\"key\":\"%s\"}".formatted(key));
  }

  /** Somebody whom the issuer has sent back. */
  record Returning(String address, String cookie) {}

  /** Goes to the issuer and back, as far as this server's door. */
  Returning sentBack(String start) {
    Answer there = api().get(start);
    String back = api().get(there.header("Location")).header("Location");
    return new Returning(back, kept(there, "accepted-sign-in"));
  }

  /** What a browser would send back of a Set-Cookie. */
  static String kept(Answer answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(header -> header.substring(0, header.indexOf(';')))
        .filter(pair -> pair.startsWith(name + "=") && !pair.endsWith("="))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cookie " + name + ": " + answer.headers().map()));
  }
}

package dev.accepted.http.signin;

import dev.accepted.guard.keys.KeyText;
import dev.accepted.guard.tokens.TestIssuer;
import dev.accepted.guard.tokens.TestSignIn;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A server of a test's own where people sign in with keys, or with an issuer beside it. */
public final class SignInServer implements AutoCloseable {

  /** The key of an administrator who may do everything. */
  public static final String OPERATOR = KeyText.random();

  private final TestIssuer issuer;
  private final ServerProcess process;
  private final Api api;

  private SignInServer(TestIssuer issuer, ServerProcess process) {
    this.issuer = issuer;
    this.process = process;
    this.api = new Api(process.url());
  }

  /** Starts both. */
  public static SignInServer start(Path folder) throws Exception {
    return start(folder, setup -> setup);
  }

  /**
   * The same with other settings.
   *
   * @param settings what is to be changed of the usual ones
   */
  public static SignInServer start(Path folder, UnaryOperator<ServerSetup> settings)
      throws Exception {
    TestIssuer issuer = TestIssuer.start();
    ServerSetup usual =
        ServerSetup.in(folder)
            .with("accepted.auth", "keys,oidc")
            .with("accepted.auth.issuer", issuer.url())
            .with("accepted.auth.audience", TestIssuer.AUDIENCE)
            .with("accepted.auth.client", TestSignIn.CLIENT)
            .with("accepted.auth.client-secret", TestSignIn.SECRET)
            .with("accepted.auth.admin-key.hash", KeyText.digest(OPERATOR));
    try {
      ServerProcess process = ServerProcess.start(settings.apply(usual));
      return new SignInServer(issuer, process);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      issuer.close();
      throw failed;
    }
  }

  /** Whom its people sign in with. */
  public TestIssuer issuer() {
    return issuer;
  }

  /** Where it answers, without a slash at its end. */
  public String url() {
    return process.url();
  }

  /** A client of it. */
  public Api api() {
    return api;
  }

  /** Signs in with a key. */
  Answer signIn(String key) {
    return api.postJson("/api/session", "{\"key\":\"%s\"}".formatted(key));
  }

  /** Somebody whom the issuer has sent back. */
  record Returning(String address, String cookie) {}

  /** Goes to the issuer and back, as far as this server's door. */
  Returning sentBack(String start) {
    Answer there = api.get(start);
    String back = api.get(there.header("Location")).header("Location");
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

  @Override
  public void close() {
    process.close();
    issuer.close();
  }
}

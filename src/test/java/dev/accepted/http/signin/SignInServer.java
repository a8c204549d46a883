package dev.accepted.http.signin;

import dev.accepted.guard.keys.KeyText;
import dev.accepted.guard.tokens.TestIssuer;
import dev.accepted.guard.tokens.TestSignIn;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A server of a test's own where people sign in with keys, or with an issuer beside it. */
public final class SignInServer implements AutoCloseable {

  /** The key of an administrator who may do everything. */
  public static final String OPERATOR = KeyText.random();

  private final TestIssuer issuer;
  private final ServerProcess process;
  private final Path log;
  private final Api api;

  private SignInServer(TestIssuer issuer, ServerProcess process, Path log) {
    this.issuer = issuer;
    this.process = process;
    this.log = log;
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
      return new SignInServer(issuer, process, folder.resolve("server.log"));
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

  /** What it has printed, as soon as there is this among it; it may log a moment later. */
  String logWith(Pattern words) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String printed = Files.readString(log);
    while (!words.matcher(printed).find()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the log has no " + words + ":\n" + printed);
      }
      printed = Files.readString(log);
    }
    return printed;
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

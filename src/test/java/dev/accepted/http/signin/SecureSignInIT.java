package dev.accepted.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where people see https, a session is what no other host of the same domain can have set. */
class SecureSignInIT {

  private static final String COOKIE = "Cookie";
  private static final String NAME = "accepted-session";
  private static final String HOST_NAME = "__Host-" + NAME;

  @RegisterExtension
  static final SignInServer SERVER =
      new SignInServer(Map.of("accepted.public-url", "https://jobs.example"));

  private final Api api = SERVER.api();

  private static String sealed() {
    String pair = SignInServer.kept(SERVER.signIn(SignInServer.OPERATOR), HOST_NAME);
    return pair.substring(pair.indexOf('=') + 1);
  }

  private boolean isSignedIn(String cookies) {
    return api.get("/api/session", COOKIE, cookies).json().getBoolean("signedIn");
  }

  @Test
  void theCookieIsThisHostsAndNeverSentInTheClear() {
    Answer answer = SERVER.signIn(SignInServer.OPERATOR);

    assertThat(answer.header("Set-Cookie"))
        .matches(HOST_NAME + "=[\\w.-]+; Path=/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void itCountsByThatNameOnly() {
    String sealed = sealed();

    assertThat(isSignedIn(HOST_NAME + "=" + sealed)).isTrue();
    assertThat(api.get("/api/jobs", COOKIE, HOST_NAME + "=" + sealed).status()).isEqualTo(200);
    assertThat(isSignedIn(NAME + "=" + sealed)).isFalse();
    assertThat(api.get("/api/jobs", COOKIE, NAME + "=" + sealed).problem())
        .isEqualTo("not-signed-in");
    assertThat(isSignedIn(NAME + "=" + sealed + "; " + HOST_NAME + "=nonsense")).isFalse();
    assertThat(isSignedIn(NAME + "=nonsense; " + HOST_NAME + "=" + sealed)).isTrue();
  }

  /** Or another host of the same domain could have somebody sign in as somebody else. */
  @Test
  void theWayToTheIssuerIsKeptUnderSuchANameToo() {
    Answer there = api.get("/sign-in/start?to=/results/1");
    assertThat(there.header("Set-Cookie"))
        .matches(
            "__Host-accepted-sign-in=[\\w.-]+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax;"
                + " Secure");
    String back = api.get(there.header("Location")).header("Location");
    assertThat(back).startsWith("https://jobs.example/sign-in/done?");
    String here = back.substring(back.indexOf("/sign-in"));
    String kept = SignInServer.kept(there, "__Host-accepted-sign-in");

    Answer planted = api.get(here, COOKIE, kept.substring("__Host-".length()));
    assertThat(planted.header("Location")).isEqualTo("/sign-in?to=%2F&trouble=late");
    Answer letIn = api.get(here, COOKIE, kept);
    assertThat(letIn.header("Location")).isEqualTo("/results/1");
    assertThat(isSignedIn(SignInServer.kept(letIn, HOST_NAME))).isTrue();
  }

  @Test
  void signingOutForgetsIt() {
    Answer answer =
        api.send(
            "DELETE",
            "/api/session",
            BodyPublishers.noBody(),
            COOKIE,
            HOST_NAME + "=" + sealed(),
            "Origin",
            "https://jobs.example");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).startsWith(HOST_NAME + "=; Path=/; Max-Age=0;");
  }
}

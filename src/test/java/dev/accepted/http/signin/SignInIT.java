package dev.accepted.http.signin;

import static dev.accepted.http.signin.SignInServer.kept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.tokens.TestSignIn;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's way in and out, with a key and with an issuer, and what others can't do with it. */
class SignInIT {

  private static final String COOKIE = "Cookie";
  private static final String ORIGIN = "Origin";
  private static final String AUTHORIZATION = "Authorization";
  private static final String OPERATOR = "Bearer " + SignInServer.OPERATOR;
  private static final String ZERO = "{\"duration\":\"PT0S\"}";

  @RegisterExtension static final SignInServer SERVER = new SignInServer();

  private final Api api = SERVER.api();

  private static String signedIn() {
    return kept(SERVER.signIn(SignInServer.OPERATOR), "accepted-session");
  }

  @Test
  void aStrangerLearnsHowToSignIn() {
    Answer answer = api.get("/api/session");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().getBoolean("signedIn")).isFalse();
    assertThat(answer.json().getJsonArray("ways").toString()).isEqualTo("[\"key\",\"issuer\"]");
    assertThat(answer.text("issuer")).isEqualTo(SERVER.issuer().url());
    assertThat(answer.text()).doesNotContain(TestSignIn.SECRET);
  }

  @Test
  void aProgramLearnsWhoItIs() {
    Answer answer = api.get("/api/session", AUTHORIZATION, OPERATOR);

    assertThat(answer.json().getBoolean("signedIn")).isTrue();
    assertThat(answer.json().getJsonArray("roles")).hasSize(3);
    assertThat(answer.json().containsKey("until")).isFalse();
    assertThat(
            api.get("/api/session", AUTHORIZATION, OPERATOR, COOKIE, signedIn())
                .json()
                .containsKey("until"))
        .as("the end of the session beside it")
        .isFalse();
    assertThat(api.get("/api/session", AUTHORIZATION, "Bearer acc_wrong").status()).isEqualTo(401);
  }

  @Test
  void aKeyBecomesACookieThatNoScriptReads() {
    Answer answer = SERVER.signIn(SignInServer.OPERATOR);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(SERVER.url() + "/api/session");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Set-Cookie"))
        .matches("accepted-session=[\\w.-]+; Path=/; Max-Age=28800; HttpOnly; SameSite=Lax")
        .doesNotContain(SignInServer.OPERATOR);
    assertThat(answer.text()).doesNotContain(SignInServer.OPERATOR);
    Answer session = api.get("/api/session", COOKIE, kept(answer, "accepted-session"));
    assertThat(session.json().getBoolean("signedIn")).isTrue();
    assertThat(session.json().containsKey("until")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"key\":\"acc_0000000000000000_0000000000000000000000000000000000000000000\"} | 401",
        "{\"key\":\"acc_short\"} | 401",
        "{\"key\":\"a token\"}   | 422",
        "{\"key\":7}             | 422",
        "{}                      | 422",
        "{\"key\":\"acc_x\",\"more\":1} | 422",
        "[]                      | 422",
        "{                       | 400",
      })
  void whatIsNoKeyBecomesNone(String body, int status) {
    Answer answer = api.postJson("/api/session", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void withTheCookieABrowserReads() {
    String cookie = signedIn();

    assertThat(api.get("/api/jobs", COOKIE, cookie).status()).isEqualTo(200);
    assertThat(api.get("/metrics", COOKIE, cookie).status()).isEqualTo(200);
    assertThat(api.get("/api/jobs", COOKIE, "a=b; " + cookie + "; c=d").status()).isEqualTo(200);
  }

  @Test
  void onlyPagesOfTheServersOwnChangeAnything() {
    String cookie = signedIn();
    String own = SERVER.url();

    assertThat(submit(cookie, ORIGIN, own).status()).isEqualTo(202);
    assertThat(submit(cookie, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(202);
    for (Answer refused :
        List.of(
            submit(cookie, "X-Nothing", "said"),
            submit(cookie, ORIGIN, "https://evil.example"),
            submit(cookie, ORIGIN, "null"),
            submit(cookie, "Sec-Fetch-Site", "same-site"),
            submit(cookie, "Sec-Fetch-Site", "cross-site"),
            submit(cookie, "Sec-Fetch-Site", "none"))) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(403);
      assertThat(refused.problem()).isEqualTo("foreign-origin");
    }
  }

  private Answer submit(String cookie, String header, String value) {
    return api.postJson("/api/simulations", ZERO, COOKIE, cookie, header, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepted-session=",
        "accepted-session=nonsense",
        "accepted-session=a.b.c.d.e",
        "accepted-session=eyJhbGciOiJub25lIn0...."
      })
  void aCookieThatCountsForNothingIsAsGoodAsNone(String cookie) {
    assertThat(api.get("/api/jobs", COOKIE, cookie).problem()).isEqualTo("not-signed-in");
    assertThat(api.get("/api/session", COOKIE, cookie).json().getBoolean("signedIn")).isFalse();
  }

  @Test
  void signingOutForgetsTheCookie() {
    Answer answer =
        api.send(
            "DELETE",
            "/api/session",
            BodyPublishers.noBody(),
            COOKIE,
            signedIn(),
            ORIGIN,
            SERVER.url());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).startsWith("accepted-session=; Path=/; Max-Age=0;");
  }

  @Test
  void aKeyThatIsRevokedEndsItsSessions() {
    Answer made =
        api.postJson(
            "/api/admin/keys",
            "{\"name\":\"web\",\"roles\":[\"submit\"]}",
            AUTHORIZATION,
            OPERATOR);
    String cookie = kept(SERVER.signIn(made.text("key")), "accepted-session");
    assertThat(api.get("/api/jobs", COOKIE, cookie).status()).isEqualTo(200);

    api.send(
        "DELETE",
        made.json().getJsonObject("links").getString("self"),
        BodyPublishers.noBody(),
        AUTHORIZATION,
        OPERATOR);

    assertThat(api.get("/api/jobs", COOKIE, cookie).status()).isEqualTo(401);
  }

  @Test
  void aSocketIsOpenedByTheCookieFromAPageOfTheServersOwn() throws Exception {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header(COOKIE, signedIn())
            .header(ORIGIN, SERVER.url())
            .buildAsync(
                URI.create(SERVER.url().replace("http:", "ws:") + "/ws/jobs"),
                new WebSocket.Listener() {})
            .get(20, TimeUnit.SECONDS);

    assertThat(socket.isInputClosed()).isFalse();
    socket.abort();
  }

  @Test
  void theIssuerLetsPeopleInAndTheyGetToThePageTheyWanted() {
    Answer there = api.get("/sign-in/start?to=/results/1%3Fa%3Db");
    assertThat(there.status()).isEqualTo(303);
    assertThat(there.header("Location")).startsWith(SERVER.issuer().url() + "/authorize?");
    assertThat(there.header("Set-Cookie"))
        .matches("accepted-sign-in=[\\w.-]+; Path=/sign-in; Max-Age=600; HttpOnly; SameSite=Lax");

    String back = api.get(there.header("Location")).header("Location");
    Answer here = api.get(back, COOKIE, kept(there, "accepted-sign-in"));

    assertThat(here.status()).isEqualTo(303);
    assertThat(here.header("Location")).isEqualTo("/results/1?a=b");
    Answer session = api.get("/api/session", COOKIE, kept(here, "accepted-session"));
    assertThat(session.text("name")).isEqualTo("user:alice");
    assertThat(session.json().getJsonArray("roles").toString()).isEqualTo("[\"submit\"]");
  }

  /** Or a link to this server would lead to somebody else's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/%5Cevil.example",
        "javascript:1",
        "x"
      })
  void nobodyIsLedToAnothersPage(String target) {
    SignInServer.Returning here = SERVER.sentBack("/sign-in/start?to=" + target);

    assertThat(api.get(here.address(), COOKIE, here.cookie()).header("Location")).isEqualTo("/");
  }
}

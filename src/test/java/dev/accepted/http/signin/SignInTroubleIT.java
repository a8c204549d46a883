package dev.accepted.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.signin.SignInServer.Returning;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of those who come back from the issuer and can't be let in. */
@Timeout(120)
class SignInTroubleIT {

  private static final String COOKIE = "Cookie";
  private static final String START = "/sign-in/start";

  @RegisterExtension static final SignInServer SERVER = new SignInServer();

  private final Api api = SERVER.api();

  @Test
  void whoIsSentBackWithoutHavingBeenSentIsNotLetIn() {
    SignInServer.Returning returning = SERVER.sentBack("/sign-in/start?to=/submit/reports");
    String back = returning.address();
    String cookie = returning.cookie();

    isTurnedAway(api.get(back), "/sign-in?to=%2F&trouble=late");
    isTurnedAway(
        api.get(back.replaceFirst("state=[^&]*", "state=other"), COOKIE, cookie),
        "/sign-in?to=%2Fsubmit%2Freports&trouble=refused");
    isTurnedAway(
        api.get("/sign-in/done?error=access_denied&state=x", COOKIE, cookie),
        "/sign-in?to=%2Fsubmit%2Freports&trouble=refused");
    isTurnedAway(
        api.get(back.replaceFirst("code=[^&]*", "code=guessed"), COOKIE, cookie),
        "/sign-in?to=%2Fsubmit%2Freports&trouble=refused");
  }

  @Test
  void anIssuerThatIsDownIsSaidToBe() {
    SignInServer.Returning here = SERVER.sentBack("/sign-in/start");
    SERVER.issuer().down(true);
    try {
      isTurnedAway(
          api.get(here.address(), COOKIE, here.cookie()), "/sign-in?to=%2F&trouble=unavailable");
    } finally {
      SERVER.issuer().down(false);
    }
  }

  private static void isTurnedAway(Answer answer, String page) {
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(page);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allMatch(header -> header.startsWith("accepted-sign-in=;"));
  }

  @Test
  void anIssuerThatNeverEndsItsAnswerIsAsGoodAsDown() {
    Returning here = SERVER.sentBack(START);
    SERVER.issuer().door().endless(true);
    try {
      isTurnedAway(
          api.get(here.address(), COOKIE, here.cookie()), "/sign-in?to=%2F&trouble=unavailable");
    } finally {
      SERVER.issuer().door().endless(false);
    }
  }

  @Test
  void aCodeOfNothingIsRefused() {
    Returning here = SERVER.sentBack(START);

    isTurnedAway(
        api.get(here.address().replaceFirst("code=[^&]*", "code=%20"), COOKIE, here.cookie()),
        "/sign-in?to=%2F&trouble=refused");
  }

  /** Anybody can have it said: it takes one line, and no words of others' begin one. */
  @Test
  void theLogSaysWhyOnOneLine() throws Exception {
    SERVER.issuer().door().tokenType("odd\\nINFO forged");
    Returning here = SERVER.sentBack(START);

    isTurnedAway(api.get(here.address(), COOKIE, here.cookie()), "/sign-in?to=%2F&trouble=refused");

    SERVER.issuer().door().tokenType("Bearer");
    Pattern line = Pattern.compile("msg=\"somebody could not sign in\" why=.*odd\\\\nINFO forged");
    assertThat(SERVER.logWith(line).lines())
        .noneMatch(printed -> printed.startsWith("INFO forged"))
        .noneMatch(printed -> printed.contains("at dev.accepted.guard.tokens"));
  }
}

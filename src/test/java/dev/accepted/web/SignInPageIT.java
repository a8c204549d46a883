package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.accepted.http.signin.SignInServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People sign in to the pages, use them, and sign out. */
@Timeout(90)
class SignInPageIT extends Browsing {

  private static final String KEY_FIELD = "#key";
  private static final int PHONE = 360;
  private static final int DESK = 1440;

  @RegisterExtension static final SignInServer SERVER = new SignInServer();

  @Override
  protected String server() {
    return SERVER.url();
  }

  @Test
  void whoIsNotKnownIsLedToThePageAndAfterwardsBack() {
    page.navigate("/submit/simulations");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=%2Fsubmit%2Fsimulations"));

    page.locator(KEY_FIELD).fill("acc_wrong");
    page.getByText("Sign in with the key").click();
    assertThat(page.locator(".field-error")).containsText("This key doesn’t count here");

    page.locator(KEY_FIELD).fill(SignInServer.OPERATOR);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(server() + "/submit/simulations");
    assertThat(page.locator("form")).isVisible();
    assertThat(page.locator(".caller-name")).isVisible();
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void theIssuerLetsThemInAndTheySubmitAndFollowAJob() {
    page.navigate("/submit/simulations");
    page.getByText("Sign in with 127.0.0.1").click();
    assertThat(page).hasURL(server() + "/submit/simulations");
    assertThat(page.locator(".caller-name")).hasText("user:alice");

    page.locator("form > [data-member=duration] input").fill("PT1S");
    page.locator("form button[type=submit]").click();

    assertThat(page).hasURL(Pattern.compile(".*/results/[0-9a-f-]+"));
    assertThat(page.locator("article.job")).isVisible();
    page.getByText("Sign out").click();
    assertThat(page).hasURL(server() + "/sign-in");
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void whoIsTurnedAwayIsToldWhy() {
    SERVER.issuer().door().says(claims -> claims.claim("nonce", "another"));
    page.navigate("/sign-in?to=/");
    page.getByText("Sign in with 127.0.0.1").click();

    assertThat(page.locator("[role=alert]").first()).containsText("You were not let in");
    SERVER.issuer().door().says(claims -> claims);
  }

  @Test
  void isAccessibleAndFits() {
    look(ColorScheme.DARK, PHONE);
    look(ColorScheme.LIGHT, DESK);
  }

  private void look(ColorScheme scheme, int width) {
    arriveWith(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740));
    page.navigate("/sign-in?trouble=refused");
    assertThat(page.locator(KEY_FIELD)).isVisible();

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}

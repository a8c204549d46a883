package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.accepted.http.signin.SignInServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where callers have to be known. */
class SignedInSnippetsIT extends SnippetsContract {

  @RegisterExtension static final SignInServer SERVER = new SignInServer();

  @BeforeEach
  void signIn() {
    page.navigate("/sign-in?to=%2Ftypes");
    page.locator("#key").fill(token());
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/types"));
  }

  @Override
  protected String server() {
    return SERVER.url();
  }

  @Override
  protected String token() {
    return SignInServer.OPERATOR;
  }

  @Test
  void thePageSaysThatACredentialIsNeeded() {
    page.navigate("/jobs/" + submit("{\"duration\":\"PT0S\"}"));

    assertThat(page.locator("#exchange .notice:not([hidden])"))
        .containsText("Authorization: Bearer");
  }
}

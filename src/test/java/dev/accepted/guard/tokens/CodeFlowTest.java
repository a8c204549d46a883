package dev.accepted.guard.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.accepted.config.TestSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.sessions.Attempt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in after a way to the issuer and back, and who is not. */
class CodeFlowTest {

  private static final URI BACK = URI.create("http://127.0.0.1:8080/sign-in/done");

  private TestIssuer issuer;
  private Tokens tokens;
  private CodeFlow flow;

  @BeforeEach
  void start() throws Exception {
    issuer = TestIssuer.start();
    Map<String, String> settings =
        Map.of(
            "accepted.auth", "oidc",
            "accepted.auth.issuer", issuer.url(),
            "accepted.auth.audience", TestIssuer.AUDIENCE,
            "accepted.auth.client", TestSignIn.CLIENT,
            "accepted.auth.client-secret", TestSignIn.SECRET);
    tokens =
        new Tokens(
            TestSettings.in(Path.of("data"), settings).auth().issuer().orElseThrow(),
            Clock.systemUTC(),
            (why, again) -> {
              throw new AssertionError(why);
            });
    flow = tokens.codeFlow().orElseThrow();
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private CodeFlow.Begun begun() {
    tokens.runOnce();
    return flow.begin(BACK, "/results/1");
  }

  private Caller comeBack() throws Exception {
    CodeFlow.Begun begun = begun();
    return flow.finish(begun.attempt(), BACK, issuer.door().codeFor(begun.issuer()));
  }

  private void isRefused(UnaryOperator<JWTClaimsSet.Builder> says) {
    issuer.door().says(says);
    assertThatThrownBy(this::comeBack).isInstanceOf(SignInRefused.class);
  }

  @Test
  void theyAreSentToTheIssuerWithAllItTakes() {
    CodeFlow.Begun begun = begun();

    Map<String, List<String>> asked = URLUtils.parseParameters(begun.issuer().getRawQuery());
    assertThat(begun.issuer().toString()).startsWith(issuer.url() + "/authorize?");
    assertThat(asked)
        .containsEntry("response_type", List.of("code"))
        .containsEntry("client_id", List.of(TestSignIn.CLIENT))
        .containsEntry("redirect_uri", List.of(BACK.toString()))
        .containsEntry("scope", List.of("openid"))
        .containsEntry("state", List.of(begun.attempt().state()))
        .containsEntry("nonce", List.of(begun.attempt().nonce()))
        .containsEntry("code_challenge_method", List.of("S256"));
    assertThat(begun.issuer().toString()).doesNotContain(begun.attempt().verifier());
    assertThat(begun.attempt().target()).isEqualTo("/results/1");
  }

  @Test
  void theIssuerSaysWhoCameBack() throws Exception {
    assertThat(comeBack())
        .isEqualTo(new Caller("user:alice", Optional.empty(), Set.of(Role.SUBMIT)));

    issuer.door().says(claims -> claims.claim("tenant", "acme").claim("azp", TestSignIn.CLIENT));
    assertThat(comeBack().tenant()).contains("acme");
  }

  @Test
  void aTokenForSomethingElseDoesNotCount() {
    isRefused(claims -> claims.claim("nonce", "another"));
    isRefused(claims -> claims.claim("nonce", null));
    isRefused(claims -> claims.audience(TestIssuer.AUDIENCE));
    isRefused(claims -> claims.issuer("https://another.example"));
    isRefused(claims -> claims.expirationTime(Date.from(Instant.EPOCH)));
    isRefused(claims -> claims.claim("azp", "another"));
    isRefused(claims -> claims.subject(null));
  }

  @Test
  void aCodeCountsOnceAndForWhoeverWasSentOnly() throws Exception {
    CodeFlow.Begun begun = begun();
    String code = issuer.door().codeFor(begun.issuer());
    Attempt other = flow.begin(BACK, "/").attempt();

    assertThatThrownBy(() -> flow.finish(other, BACK, code)).isInstanceOf(SignInRefused.class);

    String second = issuer.door().codeFor(begun.issuer());
    flow.finish(begun.attempt(), BACK, second);
    assertThatThrownBy(() -> flow.finish(begun.attempt(), BACK, second))
        .isInstanceOf(SignInRefused.class);
  }

  @Test
  void itIsTheSameEachTime() {
    assertThat(tokens.codeFlow()).containsSame(flow);
  }

  @Test
  void nobodyIsSentAnywhereBeforeItIsKnownWhere() {
    assertThatThrownBy(() -> flow.begin(BACK, "/")).isInstanceOf(IssuerUnavailable.class);
  }

  @Test
  void anIssuerThatFailsIsNoRefusal() {
    CodeFlow.Begun begun = begun();
    issuer.down(true);

    assertThatThrownBy(
            () -> flow.finish(begun.attempt(), BACK, issuer.door().codeFor(begun.issuer())))
        .isInstanceOf(IOException.class);
  }
}

package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ways of knowing callers may be set, and when a server is open to everybody. */
class AuthSettingsTest {

  private static final String BIND = "jboss.bind.address";

  private static AuthSettings read(Map<String, String> properties) {
    return TestSettings.in(Path.of("data"), properties).auth();
  }

  @Test
  void nobodySignsInUnlessItIsSaid() {
    assertThat(read(Map.of())).isEqualTo(AuthSettings.DEFAULTS);
    assertThat(read(Map.of("accepted.auth", "keys")).none()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none,keys", "basic", "keys,,oidc", "oidc"})
  void whatCanNotBeIsRefused(String ways) {
    assertThatThrownBy(() -> read(Map.of("accepted.auth", ways)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("accepted.auth");
  }

  @Test
  void aServerIsOpenOnlyIfItIsSaidTwice() {
    Map<String, String> once = Map.of("accepted.auth.open", "true");
    assertThatThrownBy(() -> read(once)).hasMessageContaining("accepted.auth = none");
    assertThat(read(Map.of("accepted.auth", "none", "accepted.auth.open", "true")).open()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "2001:db8::1"})
  void oneThatListensElsewhereDoesNotStartWithoutSignIn(String address) {
    assertThatThrownBy(() -> read(Map.of(BIND, address))).hasMessageContaining(address);
    assertThatThrownBy(() -> read(Map.of(BIND, address, "accepted.auth", "none")))
        .hasMessageContaining("accepted.auth.open = true");
    assertThat(
            read(Map.of(BIND, address, "accepted.auth", "none", "accepted.auth.open", "true"))
                .open())
        .isTrue();
    assertThat(read(Map.of(BIND, address, "accepted.auth", "keys")).keys()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void oneThatListensHereDoes(String address) {
    assertThat(read(Map.of(BIND, address)).none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://login.example", "ftp://login.example", "login"})
  void anIssuerIsAskedOverTls(String issuer) {
    assertThatThrownBy(() -> issuer(issuer, "RS256")).hasMessageContaining("accepted.auth.issuer");
    assertThat(issuer("https://login.example/realm", "ES256").issuer()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS256,HS512", "rs256"})
  void signaturesWithSharedSecretsCanNotBeAllowed(String algorithms) {
    assertThatThrownBy(() -> issuer("https://login.example", algorithms))
        .hasMessageContaining("accepted.auth.algorithms");
  }

  private static AuthSettings issuer(String issuer, String algorithms) {
    return read(
        Map.of(
            "accepted.auth",
            "oidc",
            "accepted.auth.issuer",
            issuer,
            "accepted.auth.audience",
            "accepted",
            "accepted.auth.algorithms",
            algorithms));
  }

  @Test
  void theDigestOfAKeyIsKeptQuiet() {
    String digest = "AB".repeat(32);
    AuthSettings settings =
        read(Map.of("accepted.auth", "keys", "accepted.auth.admin-key.hash", digest));

    assertThat(settings.adminKey()).contains("ab".repeat(32));
    assertThat(settings.toString()).doesNotContain("abab");
    assertThatThrownBy(() -> read(Map.of("accepted.auth.admin-key.hash", "acc_oops")))
        .hasMessageContaining("admin-key")
        .hasMessageNotContaining("oops");
  }
}

package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers of a request are told. */
class AskedRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization",
        "proxy-authorization",
        "cookie",
        "x-api-key",
        "apikey",
        "x-csrf-token",
        "x-auth-request-email",
        "x-forwarded-for",
        "forwarded",
        "x-real-ip",
        "cf-connecting-ip",
        "via",
        "x-amzn-oidc-identity-token",
        "x-client-cert",
        "remote-user",
        "webhook-signature"
      })
  void credentialsAndWhatProxiesAddAreNot(String header) {
    assertThat(AskedRequest.isShown(header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept",
        "user-agent",
        "idempotency-key",
        "prefer",
        "range",
        "traceparent",
        "x-a"
      })
  void othersAre(String header) {
    assertThat(AskedRequest.isShown(header)).isTrue();
  }
}

package dev.accepted.types.inspections.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to be a secret, and where. */
class RedactionTest {

  private static final Redaction NOTHING_SENT = new Redaction(Headers.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Proxy-Authenticate-Token",
        "Cookie",
        "Set-Cookie",
        "X-Api-Key",
        "apikey",
        "X-Amz-Security-Token",
        "X-Auth",
        "X-Hub-Signature"
      })
  void valuesOfHeaders(String name) {
    assertThat(NOTHING_SENT.value(new Header(name, "s3cr3t"))).isEqualTo("[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/?api_key=s3cr3t",
        "http://a.example/?a=b&sig=s3cr3t&c=d",
        "http://a.example/?client_secret=s3cr3t",
        "client_secret=s3cr3t&grant_type=client_credentials",
        "user=me&password=s3cr3t",
        "{\"token\": \"s3cr3t\"}",
        "{\"refresh_token\" : \"s3cr3t\", \"a\": 1}",
        "{\"clientSecret\":\"s3cr3t\"}"
      })
  void parametersFieldsAndMembers(String text) {
    assertThat(NOTHING_SENT.text(text)).contains("[redacted]").doesNotContain("s3cr3t");
  }

  @Test
  void whatWasSentWhereverItTurnsUp() {
    Redaction sent =
        new Redaction(
            Headers.of(
                "Authorization",
                "Basic dXNlcjpwYXNzIHdvcmQh",
                "Cookie",
                "theme=darkest; sid=0123456789",
                "X-Api-Key",
                "a+b/c=key"));

    assertThat(sent.text("dXNlcjpwYXNzIHdvcmQh")).isEqualTo("[redacted]");
    assertThat(sent.text("no pass word! of user:pass word!"))
        .isEqualTo("no [redacted] of [redacted]");
    assertThat(sent.text("pass+word%21")).isEqualTo("[redacted]");
    assertThat(sent.text("session 0123456789")).isEqualTo("session [redacted]");
    assertThat(sent.text("/x?a+b/c=key")).isEqualTo("/x?[redacted]");
    assertThat(sent.text("/x?y=a%2Bb%2Fc%3Dkey")).isEqualTo("/x?y=[redacted]");
  }

  @Test
  void ordinaryTextStays() {
    String text = "{\"status\":\"done\",\"keys\":[\"a\"]} http://a.example/?page=2&monkey=1 key: x";

    assertThat(NOTHING_SENT.text(text)).isEqualTo(text);
  }
}

package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.problem.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers may be asked for. */
class ExtraHeaderTest {

  private static final String API = "http://host:8080/api/";

  private static ExtraHeader of(String parameter) {
    return ExtraHeader.of(List.of(parameter), API).get(0);
  }

  @Test
  void oneIsANameAndAValue() {
    assertThat(of("Retry-After: 30")).isEqualTo(new ExtraHeader("Retry-After", "30"));
    assertThat(of("x:a:b")).isEqualTo(new ExtraHeader("x", "a:b"));
    assertThat(of("Retry-After:")).isEqualTo(new ExtraHeader("Retry-After", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "no colon",
        "a b:c",
        "a:b\r\nSet-Cookie: c=d",
        "a:b\nc",
        "a:\u0000",
        "a:\u00e9",
        "\u00e9:a",
        "Connection:close",
        "transfer-encoding:chunked",
        "CONTENT-LENGTH:5",
        "Content-Type:text/html",
        "Content-Encoding:gzip",
        "Content-Disposition:attachment",
        "Set-Cookie:a=b",
        "Set-Cookie2:a=b",
        "Clear-Site-Data:\"*\"",
        "Strict-Transport-Security:max-age=1",
        "Alt-Svc:h2=\"evil.example:443\"",
        "Content-Security-Policy:script-src *",
        "Content-Security-Policy-Report-Only:script-src *",
        "Access-Control-Allow-Credentials:true",
        "Access-Control-Allow-Origin:https://evil.example",
        "Cross-Origin-Resource-Policy:same-site",
        "X-Content-Type-Options:none",
        "X-Frame-Options:ALLOWALL",
        "Refresh:0;url=https://evil.example",
        "Service-Worker-Allowed:/",
        "Sec-Session-Registration:x"
      })
  void whatCanDoHarmIsRefused(String parameter) {
    assertThatThrownBy(() -> of(parameter)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/jobs", "http://host:8080/elsewhere", "../x", "?a=b", "200"})
  void aRedirectMayStayHere(String location) {
    assertThat(of("Location:" + location).value()).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https:evil.example",
        "http:///evil.example",
        "http://host:8080@evil.example/",
        "http://evil.example#@host:8080/",
        "https://host:8080/",
        "http://host/",
        "javascript:alert(1)",
        "data:text/html,x"
      })
  void aRedirectMayNotLeadElsewhere(String location) {
    assertThatThrownBy(() -> of("location:" + location)).isInstanceOf(Problem.class);
  }

  @Test
  void thereMayBeTwenty() {
    assertThat(ExtraHeader.of(Collections.nCopies(20, "a:b"), API)).hasSize(20);
    assertThatThrownBy(() -> ExtraHeader.of(Collections.nCopies(21, "a:b"), API))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> of("a:" + "b".repeat(1001))).isInstanceOf(Problem.class);
  }
}

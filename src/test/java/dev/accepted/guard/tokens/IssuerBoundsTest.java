package dev.accepted.guard.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An issuer that never ends its answers holds nobody up for long, and fills no memory. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IssuerBoundsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = OK + "Content-Type: application/json\r\n";
  private static final URI BACK = URI.create("http://127.0.0.1:8080/sign-in/done");

  private enum Way {
    ENDLESS_BODY(JSON + "\r\n", " ".repeat(8_192), Duration.ZERO),
    SLOW_BODY(JSON + "\r\n", " ", Duration.ofMillis(50)),
    ENDLESS_LINE(OK + "X-More: ", "x".repeat(8_192), Duration.ZERO),
    ENDLESS_HEAD(OK, "X-More: x\r\n", Duration.ZERO),
    SLOW_HEAD(OK + "X-More: ", "x", Duration.ofMillis(50)),
    ENDLESS_WAIT("", "HTTP/1.1 100 Continue\r\n\r\n", Duration.ofMillis(50));

    private final String begin;
    private final String more;
    private final Duration pause;

    Way(String begin, String more, Duration pause) {
      this.begin = begin;
      this.more = more;
      this.pause = pause;
    }

    EndlessServer start() throws IOException {
      return EndlessServer.start(begin, more, pause);
    }
  }

  private final List<IOException> heard = new ArrayList<>();

  private Tokens tokens(String issuer) {
    Map<String, String> settings =
        Map.of(
            "accepted.auth",
            "oidc",
            "accepted.auth.issuer",
            issuer,
            "accepted.auth.audience",
            TestIssuer.AUDIENCE,
            "accepted.auth.client",
            TestSignIn.CLIENT);
    return new Tokens(
        TestSettings.in(Path.of("data"), settings).auth().issuer().orElseThrow(),
        Clock.systemUTC(),
        (why, again) -> heard.add(why),
        new IssuerExchange(Duration.ofMillis(1_500)));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsNotWaitedForWithoutEnd(Way way) throws Exception {
    try (TestIssuer issuer = TestIssuer.start();
        EndlessServer endless = way.start()) {
      issuer.tokenEndpoint(endless.url() + "/token");
      Tokens tokens = tokens(issuer.url());
      tokens.runOnce();
      assertThat(heard).isEmpty();
      CodeFlow flow = tokens.codeFlow().orElseThrow();
      CodeFlow.Begun begun = flow.begin(BACK, "/");

      assertThatThrownBy(() -> flow.finish(begun.attempt(), BACK, "code"))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherAreItsKeys(Way way) throws Exception {
    try (EndlessServer endless = way.start()) {
      Tokens tokens = tokens(endless.url());

      assertThat(tokens.runOnce()).isTrue();
      assertThat(heard).hasSize(1);

      assertThatThrownBy(() -> tokens.codeFlow().orElseThrow().begin(BACK, "/"))
          .isInstanceOf(IssuerUnavailable.class);
    }
  }
}

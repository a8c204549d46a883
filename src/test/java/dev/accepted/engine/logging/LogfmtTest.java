package dev.accepted.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One line is one line, and one value one value, whatever is in it. */
class LogfmtTest {

  private static String pair(String value) {
    return new Logfmt().with("name", value).toString();
  }

  @Test
  void plainValuesStandAsTheyAre() {
    assertThat(new Logfmt().with("a", "b-1/2").with("c", "d:e").toString())
        .isEqualTo("a=b-1/2 c=d:e");
    assertThat(new Logfmt().with("at", Instant.EPOCH).toString())
        .isEqualTo("at=1970-01-01T00:00:00Z");
  }

  @Test
  void durationsAreSeconds() {
    assertThat(new Logfmt().with("d", Duration.ofMillis(12)).toString()).isEqualTo("d=0.012");
    assertThat(new Logfmt().with("d", Duration.ofMillis(61_200)).toString()).isEqualTo("d=61.200");
    assertThat(new Logfmt().with("d", Duration.ofMillis(-5)).toString()).isEqualTo("d=0.000");
  }

  @Test
  void othersAreQuoted() {
    assertThat(pair("")).isEqualTo("name=\"\"");
    assertThat(pair("two words")).isEqualTo("name=\"two words\"");
    assertThat(pair("job=1")).isEqualTo("name=\"job=1\"");
    assertThat(pair("a\"b\\c")).isEqualTo("name=\"a\\\"b\\\\c\"");
    assertThat(pair("caf\u00e9 \ud83d\ude00")).isEqualTo("name=\"caf\u00e9 \ud83d\ude00\"");
  }

  @Test
  void nothingBreaksTheLine() {
    assertThat(pair("x\r\n2026 INFO event=forged\tjob=1"))
        .isEqualTo("name=\"x\\r\\n2026 INFO event=forged\\tjob=1\"");
    assertThat(pair("\u001b[31m\u0085\u2028\u2029\u0000\u202e"))
        .isEqualTo("name=\"\\u001b[31m\\u0085\\u2028\\u2029\\u0000\\u202e\"");
  }

  @Test
  void nothingMakesItEndless() {
    assertThat(pair("x".repeat(100_000))).hasSizeLessThan(2_100);
  }

  @Test
  void aFailureAndItsCausesAreOneValue() {
    IllegalStateException failure =
        new IllegalStateException(
            "first\n12:00 INFO event=forged", new IllegalArgumentException("second"));

    assertThat(new Logfmt().with("msg", "odd").with("why", failure).toString())
        .isEqualTo(
            "msg=odd why=\"java.lang.IllegalStateException: first\\n12:00 INFO event=forged"
                + " <- java.lang.IllegalArgumentException: second\"");
  }

  @Test
  void noChainOfCausesMakesItEndless() {
    IllegalStateException chain = new IllegalStateException("0");
    for (int i = 1; i < 100; i++) {
      chain = new IllegalStateException(Integer.toString(i), chain);
    }

    assertThat(new Logfmt().with("why", chain).toString()).contains(": 89").doesNotContain(": 88");
  }

  @Test
  void aFailureIsLoggedWithItsMessagesOnOneLineEach() {
    IllegalStateException failure =
        new IllegalStateException(
            "first\n12:00 INFO event=forged", new IllegalArgumentException("second\r\nline"));
    StringWriter logged = new StringWriter();
    LoggedFailure.of(failure).printStackTrace(new PrintWriter(logged));

    assertThat(logged.toString().lines().filter(line -> !line.startsWith("\t")))
        .containsExactly(
            "java.lang.IllegalStateException: first\\n12:00 INFO event=forged",
            "Caused by: java.lang.IllegalArgumentException: second\\r\\nline");
    assertThat(logged.toString()).contains("LogfmtTest.aFailureIsLogged");
  }
}

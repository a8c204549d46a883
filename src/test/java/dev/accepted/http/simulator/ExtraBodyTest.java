package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As what a body is sent that a request has brought along. */
class ExtraBodyTest {

  private static ExtraBody of(String text) {
    return ExtraBody.of(new QueryParameters(Map.of("body", List.of(text)))).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[1, 2.5e3, \"a\", null]", "{\"a\":{\"b\":[]}}", "5", "\"a\"", "true"})
  void whatIsJsonIsSentAsJson(String text) {
    assertThat(of(text).mediaType()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1", "{} {}", "{a:1}", "<script>", "oh", "[1,]", "\u0000"})
  void allElseIsText(String text) {
    assertThat(of(text).mediaType()).isEqualTo("text/plain;charset=utf-8");
    assertThat(new String(of(text).bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void whatIsNestedDeeplyIsText() {
    assertThat(of("[".repeat(100) + "]".repeat(100)).mediaType()).isEqualTo("application/json");
    assertThat(of("[".repeat(101) + "]".repeat(101)).mediaType()).startsWith("text/plain");
    assertThat(of("[".repeat(8_192)).mediaType()).startsWith("text/plain");
    assertThatThrownBy(() -> of("x".repeat(8_193))).isInstanceOf(Problem.class);
  }
}

package dev.accepted.http.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputJsonTest {

  @Test
  void readsObjects() {
    assertThat(read(" {\"a\": [1, 2.50, null, true, \"é\"]} \n"))
        .hasToString("{\"a\":[1,2.50,null,true,\"é\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1} x",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":{\"a\":1,\"a\":2}}",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1e99999}",
        "{\"a\":1e99999999999999}",
        "nul",
        "\uFEFF{}"
      })
  void refusesWhatIsNotJson(String text) {
    assertThat(failure(text).type()).isEqualTo(ProblemType.MALFORMED_JSON);
    assertThat(failure(text).detail()).doesNotContain("jakarta", "Token", "token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"a\"", "null"})
  void refusesWhatIsNoObject(String text) {
    assertThat(failure(text).type()).isEqualTo(ProblemType.INVALID_INPUT);
  }

  @Test
  void saysWhereItStopped() {
    assertThat(failure("{\n\"a\": oops}").members())
        .hasEntrySatisfying(
            "position", position -> assertThat(((JsonPosition) position).line()).isEqualTo(2));
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
    String endless = "{\"a\":" + "[".repeat(100_000);

    assertThat(failure(deep).detail()).contains("nested");
    assertThat(failure(endless).detail()).contains("nested");
  }

  @Test
  void onlyUtf8() {
    assertThatThrownBy(
            () -> InputJson.object("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Problem.class);
  }

  private static Object read(String text) {
    return InputJson.object(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem failure(String text) {
    return catchThrowableOfType(Problem.class, () -> read(text));
  }
}

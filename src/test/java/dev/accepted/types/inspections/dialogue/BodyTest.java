package dev.accepted.types.inspections.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of JSON, however it is meant. */
class BodyTest {

  private static Body body(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Body(bytes, bytes.length, Body.End.COMPLETE);
  }

  @Test
  void readsObjectsAndNothingElse() {
    assertThat(body(" {\"a\": 1}").object()).get().extracting("a").hasToString("1");
    assertThat(body("[1]").isJson()).isTrue();
    assertThat(body("[1]").object()).isEmpty();
    assertThat(body("{\"a\": 1").isJson()).isFalse();
    assertThat(body("hello").isJson()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "7", "-0.0"})
  void whatIsTooDeepOrTooLongIsNoJson(String piece) {
    for (String text :
        new String[] {
          piece.repeat(10_000), "{\"a\":" + piece.repeat(10_000) + "}", "[" + piece.repeat(10_000)
        }) {
      assertThat(body(text).isJson()).isFalse();
      assertThat(body(text).object()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e99999999999999"})
  void exponentsAreNotMultipliedOut(String number) {
    Body body = body("{\"a\":" + number + "}");

    assertThat(body.object().map(read -> read.getJsonNumber("a").doubleValue()).orElse(0d))
        .isIn(0d, -0d, Double.POSITIVE_INFINITY);
  }
}

package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void everyKindOfValueIsRead() {
    assertThat(
            JsonText.object(
                " {\"a\" : [1, -2.5e1, true, false, null, {}, []],\r\n\t\"b\":{\"c\":\"d\"},\"n\":null} "))
        .contains(
            Map.of(
                "a", List.of(1.0, -25.0, true, false, Map.of(), List.of()), "b", Map.of("c", "d")));
  }

  @Test
  void stringsAreUnescaped() {
    assertThat(JsonText.object("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u20ac\\ud83d\\ude00 ü\"}"))
        .contains(Map.of("a", "\"\\/\b\f\n\r\t€😀 ü"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"a\"",
        "1",
        "{",
        "{}}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":tru}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"",
        "{\"a\":-}",
        "{\"a\":[1,]}",
        "{\"a\":1 \"b\":2}",
        "<html>"
      })
  void whatIsNoObjectIsNone(String text) {
    assertThat(JsonText.object(text)).isEmpty();
  }

  @Test
  void whatIsNestedWithoutEndIsNone() {
    assertThat(JsonText.object("{\"a\":" + "[".repeat(1_000_000))).isEmpty();
  }

  @Test
  void aHugeNumberCostsNothing() {
    assertThat(JsonText.object("{\"a\":1e999999999}"))
        .contains(Map.of("a", Double.POSITIVE_INFINITY));
  }
}

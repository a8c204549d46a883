package dev.accepted.http.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputCoercionTest {

  private static final JsonObject SCHEMA =
      InputJson.object(
          """
          {"type": "object", "properties": {
            "text": {"type": "string"}, "choice": {"enum": ["a", "b"]},
            "count": {"type": "integer"}, "ratio": {"type": "number"},
            "flag": {"type": "boolean"}, "maybe": {"type": ["null", "integer"]},
            "names": {"type": "array", "items": {"type": "string"}},
            "numbers": {"type": "array", "items": {"type": "integer"}},
            "columns": {"type": "array", "items": {"$ref": "#/$defs/column"}},
            "chart": {"$ref": "#/$defs/chart"}},
           "$defs": {"column": {"type": "object"}, "chart": {"type": "object"}}}
          """
              .getBytes(StandardCharsets.UTF_8));

  private final InputCoercion coercion = new InputCoercion(SCHEMA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text    | 42          | \"42\"",
        "choice  | a           | \"a\"",
        "count   | 42          | 42",
        "count   | -1.5e3      | -1.5E+3",
        "count   | many        | \"many\"",
        "count   | 1e999999999 | \"1e999999999\"",
        "ratio   | 0.50        | 0.50",
        "flag    | true        | true",
        "flag    | yes         | \"yes\"",
        "maybe   | 7           | 7",
        "names   | a, b,c      | [\"a\",\"b\",\"c\"]",
        "names   | [\"a,b\"]   | [\"a,b\"]",
        "names   | [broken     | \"[broken\"",
        "numbers | 1,2,x       | [1,2,\"x\"]",
        "columns | [{\"a\":1}] | [{\"a\":1}]",
        "columns | {\"a\":1}   | [{\"a\":1}]",
        "chart   | {\"a\":1}   | {\"a\":1}",
        "chart   | pie         | \"pie\"",
        "unknown | 1           | \"1\"",
      })
  void bySchema(String name, String text, String json) {
    assertThat(coercion.input(Map.of(name, List.of(text))))
        .hasToString("{\"" + name + "\":" + json + "}");
  }

  @Test
  void repeatedTextsAreOneList() {
    assertThat(coercion.input(Map.of("names", List.of("a", "b,c"))))
        .hasToString("{\"names\":[\"a\",\"b\",\"c\"]}");
    assertThat(coercion.input(Map.of("count", List.of("1", "2"))))
        .as("the schema says what is wrong with it")
        .hasToString("{\"count\":[\"1\",\"2\"]}");
  }

  @Test
  void emptyTextsAreLeftOut() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put("text", List.of(""));
    texts.put("names", List.of("", "a"));

    assertThat(coercion.input(texts)).hasToString("{\"names\":[\"a\"]}");
  }
}

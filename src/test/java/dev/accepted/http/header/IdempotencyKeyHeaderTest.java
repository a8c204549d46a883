package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"8e03978e-40d5\"      | 8e03978e-40d5",
        "8e03978e-40d5          | 8e03978e-40d5",
        "\"two words, a comma\" | two words, a comma",
        "\"a \\\"b\\\" \\\\\"   | a \"b\" \\",
      })
  void quotedOrBare(String line, String key) {
    assertThat(IdempotencyKeyHeader.parse(List.of(line))).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "", "\"open", "two words", "\"a\"; p=1", "\"ü\"", "\"a\\b\""})
  void refused(String line) {
    assertThatThrownBy(() -> IdempotencyKeyHeader.parse(List.of(line)))
        .isInstanceOf(InvalidHeader.class);
  }

  @Test
  void boundsAndRepetition() {
    assertThat(IdempotencyKeyHeader.parse(List.of())).isEmpty();
    assertThat(IdempotencyKeyHeader.parse(List.of("k".repeat(255)))).isPresent();
    assertThatThrownBy(() -> IdempotencyKeyHeader.parse(List.of("k".repeat(256))))
        .isInstanceOf(InvalidHeader.class);
    assertThatThrownBy(() -> IdempotencyKeyHeader.parse(List.of("a", "a")))
        .isInstanceOf(InvalidHeader.class);
  }
}

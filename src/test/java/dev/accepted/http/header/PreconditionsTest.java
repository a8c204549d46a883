package dev.accepted.http.header;

import static dev.accepted.http.header.Preconditions.Outcome.FAILED;
import static dev.accepted.http.header.Preconditions.Outcome.NOT_MODIFIED;
import static dev.accepted.http.header.Preconditions.Outcome.PROCEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.header.Preconditions.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {

  private static final String BEFORE = "Sat, 21 Nov 2026 20:41:06 GMT";
  private static final String THEN = "Sat, 21 Nov 2026 20:41:07 GMT";
  private static final String AFTER = "Sat, 21 Nov 2026 20:41:08 GMT";

  private final Preconditions conditions =
      new Preconditions("\"a\"", Instant.parse("2026-11-21T20:41:07.123Z"));

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(Map.of(), PROCEED),
        Arguments.of(Map.of("If-None-Match", "\"a\""), NOT_MODIFIED),
        Arguments.of(Map.of("If-None-Match", "\"b\""), PROCEED),
        Arguments.of(Map.of("If-Modified-Since", BEFORE), PROCEED),
        Arguments.of(Map.of("If-Modified-Since", THEN), NOT_MODIFIED),
        Arguments.of(Map.of("If-Modified-Since", AFTER), NOT_MODIFIED),
        Arguments.of(Map.of("If-Modified-Since", "yesterday"), PROCEED),
        Arguments.of(Map.of("If-Modified-Since", AFTER, "If-None-Match", "\"b\""), PROCEED),
        Arguments.of(Map.of("If-Match", "\"a\""), PROCEED),
        Arguments.of(Map.of("If-Match", "\"b\""), FAILED),
        Arguments.of(Map.of("If-Match", "W/\"a\""), FAILED),
        Arguments.of(Map.of("If-Match", "\"a\"", "If-None-Match", "\"a\""), NOT_MODIFIED),
        Arguments.of(Map.of("If-Unmodified-Since", BEFORE), FAILED),
        Arguments.of(Map.of("If-Unmodified-Since", THEN), PROCEED),
        Arguments.of(Map.of("If-Match", "\"a\"", "If-Unmodified-Since", BEFORE), PROCEED));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void inTheOrderOfTheStandard(Map<String, String> headers, Outcome expected) {
    assertThat(
            conditions.evaluate(
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of()))
        .isEqualTo(expected);
  }

  @Test
  void ifRangeComparesStrongly() {
    assertThat(conditions.allowsRange(List.of())).isTrue();
    assertThat(conditions.allowsRange(List.of("\"a\""))).isTrue();
    assertThat(conditions.allowsRange(List.of("W/\"a\""))).isFalse();
    assertThat(conditions.allowsRange(List.of(THEN))).isTrue();
    assertThat(conditions.allowsRange(List.of(AFTER))).isFalse();
    assertThat(conditions.allowsRange(List.of("whatever"))).isFalse();
  }
}

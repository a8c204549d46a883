package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a\"             | true  | true",
        "W/\"a\"           | true  | false",
        "\"b\", \"a\"      | true  | true",
        "\"b,\\\"\", \"a\" | true  | true",
        "*                 | true  | true",
        "\"b\"             | false | false",
        "a                 | false | false",
        "\"A\"             | false | false",
        "''                | false | false",
      })
  void lists(String line, boolean weakly, boolean strongly) {
    assertThat(EntityTags.weaklyListed(List.of(line), "\"a\"")).isEqualTo(weakly);
    assertThat(EntityTags.stronglyListed(List.of(line), "\"a\"")).isEqualTo(strongly);
  }

  @Test
  void linesAddUp() {
    assertThat(EntityTags.weaklyListed(List.of("\"b\"", "\"a\""), "\"a\"")).isTrue();
    assertThat(EntityTags.weaklyListed(List.of(), "\"a\"")).isFalse();
  }

  @Test
  void sameBytesSameTag() {
    assertThat(EntityTags.of(new byte[] {1, 2})).isEqualTo(EntityTags.of(new byte[] {1, 2}));
    assertThat(EntityTags.of(new byte[] {1, 2})).isNotEqualTo(EntityTags.of(new byte[] {1}));
    assertThat(EntityTags.of(new byte[0])).matches("\"[A-Za-z0-9_-]{43}\"");
  }
}

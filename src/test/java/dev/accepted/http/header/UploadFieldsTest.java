package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFieldsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "25000000, 25000000", "'999999999999999', 999999999999999", "' 7 ', 7"})
  void numbersAreWholeAndNotNegative(String text, long number) {
    assertThat(UploadFields.number(List.of(text))).contains(number);
    assertThat(UploadFields.number(List.of(text + ";what=ever"))).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.0", "1, 2", "?1", "\"1\"", "1000000000000000", "0x1", "1 2"})
  void whatIsNoNumberIsIgnored(String text) {
    assertThat(UploadFields.number(List.of(text))).isEmpty();
  }

  @Test
  void flagsAreMarked() {
    assertThat(UploadFields.flag(List.of("?1"))).contains(true);
    assertThat(UploadFields.flag(List.of("?0;a"))).contains(false);
    for (String other : List.of("", "1", "true", "?2", "?1, ?1", "?", "?10")) {
      assertThat(UploadFields.flag(List.of(other))).as(other).isEmpty();
    }
    assertThat(UploadFields.of(true)).isEqualTo("?1");
    assertThat(UploadFields.of(false)).isEqualTo("?0");
  }

  @Test
  void whatIsSentTwiceSaysNothing() {
    assertThat(UploadFields.number(List.of("1", "1"))).isEmpty();
    assertThat(UploadFields.flag(List.of("?1", "?0"))).isEmpty();
    assertThat(UploadFields.number(List.of())).isEmpty();
  }

  @Test
  void limitsAreADictionary() {
    assertThat(UploadFields.limit(100, 60)).isEqualTo("max-size=100, max-age=60");
  }
}

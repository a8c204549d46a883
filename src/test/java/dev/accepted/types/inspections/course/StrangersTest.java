package dev.accepted.types.inspections.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersTest {

  @ParameterizedTest
  @CsvSource({
    "http://a.example/jobs/42, http://a.example/jobs/987654363",
    "http://a.example/jobs/0193-ab, http://a.example/jobs/1000-ba",
    "http://a.example/jobs/42/status?v=1, http://a.example/jobs/987654363/status?v=1",
    "http://a.example/v2/ops/abcdefghijklmnop, http://a.example/v2/ops/abcdefghijaaaaaa"
  })
  void looksLikeTheRealOneButForItsId(URI monitor, URI stranger) {
    assertThat(Strangers.of(monitor)).contains(stranger).isNotEqualTo(monitor);
  }

  @Test
  void isNotMadeUpWhereNothingLooksLikeAnId() {
    assertThat(Strangers.of(URI.create("http://a.example/status?job=1"))).isEmpty();
  }
}

package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "0,1",
    "3600,60",
    "999999999,60",
    "'Sat, 01 Nov 2025 10:00:10 GMT',10",
    "'Sat, 01 Nov 2025 09:00:00 GMT',1"
  })
  void itIsSecondsOrATimeWithinBounds(String value, long seconds) {
    assertThat(of(value)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999", "Sat, 99 Nov 2025 10:00:10 GMT"})
  void whatCannotBeReadIsNone(String value) {
    assertThat(of(value)).isEmpty();
  }

  @Test
  void thereMayBeNone() {
    assertThat(RetryAfter.of(headers(Map.of()), Duration.ZERO, Duration.ofHours(1))).isEmpty();
  }

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(
        headers(
            Map.of(
                "Retry-After", List.of(value), "Date", List.of("Sat, 01 Nov 2025 10:00:00 GMT"))),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  private static HttpHeaders headers(Map<String, List<String>> all) {
    return HttpHeaders.of(all, (name, value) -> true);
  }
}

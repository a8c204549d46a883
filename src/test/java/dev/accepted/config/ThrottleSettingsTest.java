package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleSettingsTest {

  private static ThrottleSettings read(Map<String, String> properties) {
    return TestSettings.in(Path.of("data"), properties).throttle();
  }

  @Test
  void areTheDefaultsUnlessSet() {
    assertThat(read(Map.of())).isEqualTo(ThrottleSettings.DEFAULTS);
  }

  @Test
  void areRead() {
    ThrottleSettings read =
        read(
            Map.of(
                "accepted.throttle", "false",
                "accepted.throttle.status", "503",
                "accepted.throttle.polls", "1",
                "accepted.throttle.requests", "2",
                "accepted.throttle.offences", "3",
                "accepted.throttle.block", "PT4S",
                "accepted.throttle.block.max", "PT5M",
                "accepted.proxies", "10.0.0.0/8, ::1"));

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("proxies")
        .isEqualTo(
            new ThrottleSettings(
                false, 503, 1, 2, 3, Duration.ofSeconds(4), Duration.ofMinutes(5), read.proxies()));
    assertThat(read.proxies()).hasSize(2);
    assertThat(read.proxies().get(0).contains(AddressBlock.address("10.1.2.3").orElseThrow()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "accepted.throttle, maybe",
    "accepted.throttle.status, 500",
    "accepted.throttle.polls, 0",
    "accepted.throttle.requests, 10000000001",
    "accepted.throttle.block, PT0S",
    "accepted.proxies, proxy.example",
    "accepted.proxies, 999.1.1.1",
    "accepted.proxies, 10.0.0.0/33",
  })
  void whatCantBeUsedIsSaid(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining(name);
  }
}

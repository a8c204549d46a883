package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long links may count. */
class LinkSettingsTest {

  private static LinkSettings read(Map<String, String> properties) {
    return TestSettings.in(Path.of("data"), properties).links();
  }

  private static LinkSettings read(String lifetime) {
    return read(Map.of("accepted.links.lifetime", lifetime));
  }

  @Test
  void aMonthAtMostAndADayUsually() {
    assertThat(read(Map.of())).isEqualTo(LinkSettings.DEFAULTS);
    assertThat(read("P90D").lifetime()).isEqualTo(Duration.ofDays(90));
    assertThat(read("P90D").usual()).isEqualTo(Duration.ofDays(1));
    assertThat(read("PT1H").usual()).isEqualTo(Duration.ofHours(1));
    assertThat(read("PT1H").on()).isTrue();
  }

  @Test
  void zeroSwitchesThemOff() {
    assertThat(read("PT0S").on()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "PT0.5S", "P3661D", "30", "a month"})
  void whatCanNotBeIsRefused(String lifetime) {
    assertThatThrownBy(() -> read(lifetime))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("accepted.links.lifetime");
  }
}

package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server's own secret may be written. */
class SecretSettingsTest {

  private static final String HEX = "fb".repeat(32);

  private static Settings read(String secret) {
    return TestSettings.in(Path.of("data"), Map.of("accepted.secret", secret));
  }

  @Test
  void withoutOneThereIsNone() {
    assertThat(TestSettings.in(Path.of("data"), Map.of()).secret())
        .isEqualTo(SecretSettings.DEFAULTS);
  }

  /** The same bytes each time; the last is in the alphabet for URLs, without padding. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfb",
        "FBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFB",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s=",
        "-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s"
      })
  void itIsHexadecimalDigitsOrBase64(String written) {
    assertThat(read(written).secret().hex()).contains(HEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfb",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+w=="
      })
  void lessThanThirtyTwoBytesAreRefusedAndNotTold(String written) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("accepted.secret: at least 32 bytes")
        .hasMessageNotContaining(written.substring(4, 12));
  }

  @Test
  void itStaysOutOfLogs() {
    Settings settings = read(HEX);

    assertThat(settings.toString()).doesNotContain("fbfb").contains("SecretSettings[set=true]");
  }
}

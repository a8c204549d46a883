package dev.accepted.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TypeDurationsTest {

  private final TypeDurations durations = new TypeDurations();

  @Test
  void nothingIsKnownOfATypeThatNeverRan() {
    assertThat(durations.quantile("report", 0.5)).isEmpty();
  }

  @Test
  void tellsQuantiles() {
    for (int seconds = 9; seconds >= 1; seconds--) {
      durations.add("report", Duration.ofSeconds(seconds));
    }

    assertThat(durations.quantile("report", 0.5)).contains(Duration.ofSeconds(5));
    assertThat(durations.quantile("report", 0)).contains(Duration.ofSeconds(1));
    assertThat(durations.quantile("report", 1)).contains(Duration.ofSeconds(9));
  }

  @Test
  void forgetsWhatIsLongPast() {
    durations.add("report", Duration.ofHours(1));
    for (int i = 1; i <= 301; i++) {
      durations.add("report", Duration.ofSeconds(i));
    }

    assertThat(durations.quantile("report", 0)).contains(Duration.ofSeconds(238));
    assertThat(durations.quantile("report", 1)).contains(Duration.ofSeconds(301));
  }
}

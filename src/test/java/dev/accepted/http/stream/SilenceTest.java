package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A stream is looked after every five seconds. */
class SilenceTest {

  private static final int FIVE_MINUTES = 60;

  private final Silence silence = new Silence();

  @Test
  void aSignIsDueWithinFifteenSeconds() {
    for (int check = 1; check <= 3; check++) {
      assertThat(silence.wantsSign()).isFalse();
      silence.goesOn();
    }
    assertThat(silence.wantsSign()).isTrue();
    silence.isOver();
    assertThat(silence.wantsSign()).isFalse();
  }

  @Test
  void fiveMinutesAreTooLong() {
    for (int check = 0; check < FIVE_MINUTES; check++) {
      silence.goesOn();
      assertThat(silence.isTooLong()).isFalse();
    }
    silence.goesOn();
    assertThat(silence.isTooLong()).isTrue();
    silence.isOver();
    assertThat(silence.isTooLong()).isFalse();
  }
}

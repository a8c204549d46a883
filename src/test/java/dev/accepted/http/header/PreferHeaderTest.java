package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "wait=10                               | 10 | false",
        "wait = 10                             | 10 | false",
        "WAIT=10, Respond-Async                | 10 | true",
        "wait=\"10\"                           | 10 | false",
        "respond-async;x=1, wait=5;y=2         | 5  | true",
        "foo=\"a, wait=9\", wait=3             | 3  | false",
        "foo=\"a\\\"b, wait=9\", wait=3        | 3  | false",
        "wait=3, wait=9                        | 3  | false",
        "return=minimal, handling=lenient      | -1 | false",
        "wait=0                                | 0  | false",
        "wait=-1                               | -1 | false",
        "wait=1.5                              | -1 | false",
        "wait=9999999999                       | -1 | false",
        "wait                                  | -1 | false",
        "wait=soon, respond-async              | -1 | true",
        ",, ;                                  | -1 | false",
        "''                                    | -1 | false",
      })
  void readsWhatItKnows(String line, long seconds, boolean async) {
    PreferHeader prefer = PreferHeader.parse(List.of(line));

    assertThat(prefer.patience().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    assertThat(prefer.respondAsync()).isEqualTo(async);
  }

  @Test
  void linesAddUp() {
    PreferHeader prefer = PreferHeader.parse(List.of("respond-async", "wait=7", "wait=8"));

    assertThat(prefer).isEqualTo(PreferHeader.parse(List.of("wait=7, respond-async")));
    assertThat(prefer.appliedAsync()).contains("respond-async, wait=7");
    assertThat(prefer.appliedWait()).contains("wait=7");
  }

  @Test
  void capsTheWait() {
    PreferHeader prefer = PreferHeader.parse(List.of("wait=100")).capped(Duration.ofSeconds(60));

    assertThat(prefer.appliedWait()).contains("wait=60");
    assertThat(prefer.waits()).isTrue();
  }

  @Test
  void nothingPreferredIsNothingApplied() {
    PreferHeader prefer = PreferHeader.parse(List.of());

    assertThat(prefer.appliedAsync()).isEmpty();
    assertThat(prefer.waits()).isFalse();
    assertThat(PreferHeader.parse(List.of("wait=0")).waits()).isFalse();
  }
}

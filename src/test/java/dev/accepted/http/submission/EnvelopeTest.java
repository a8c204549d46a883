package dev.accepted.http.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.http.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

  @Test
  void everyMember() {
    Envelope envelope =
        read(
            """
            {"type": "report", "input": {"dataset": "flights"}, "priority": 9,
             "runAt": "2026-11-21T22:41:07+02:00", "timeout": "PT10M", "retain": "P7D",
             "maxAttempts": 5, "labels": {"team": "ops"}}
            """);

    assertThat(envelope.type()).isEqualTo("report");
    assertThat(envelope.input()).hasToString("{\"dataset\":\"flights\"}");
    assertThat(envelope.options())
        .isEqualTo(
            new RequestedOptions(
                9,
                Instant.parse("2026-11-21T20:41:07Z"),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                5,
                Map.of("team", "ops")));
  }

  @Test
  void theLeast() {
    Envelope envelope = read("{\"type\":\"report\"}");

    assertThat(envelope.input()).isEmpty();
    assertThat(envelope.options()).isEqualTo(RequestedOptions.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | {}",
        "422 | {\"type\":null}",
        "422 | {\"type\":\"a\",\"input\":null}",
        "422 | {\"type\":\"a\",\"x\":1}",
        "400 | {\"type\":\"a\",\"priority\":\"1\"}",
        "400 | {\"type\":\"a\",\"priority\":1.5}",
        "400 | {\"type\":\"a\",\"priority\":99999999999}",
        "400 | {\"type\":\"a\",\"timeout\":10}",
        "400 | {\"type\":\"a\",\"timeout\":\"10 s\"}",
        "400 | {\"type\":\"a\",\"runAt\":\"2026-11-21\"}",
        "400 | {\"type\":\"a\",\"labels\":[]}",
        "400 | {\"type\":\"a\",\"labels\":{\"a\":1}}",
        "400 | {\"type\":\"a\",\"callback\":\"http://a\"}",
        "400 | {\"type\":\"a\",\"callback\":{}}",
        "400 | {\"type\":\"a\",\"callback\":{\"url\":\"http://a\",\"method\":\"GET\"}}",
        "400 | {\"type\":\"a\",\"callback\":{\"url\":\"http://a\",\"events\":\"failed\"}}",
        "400 | {\"type\":\"a\",\"callback\":{\"url\":\"http://a\",\"events\":[1]}}",
        "400 | {\"type\":\"a\",\"callback\":{\"url\":\"http://a\",\"secret\":1}}",
      })
  void refused(int status, String json) {
    assertThat(catchThrowableOfType(Problem.class, () -> read(json)).status()).isEqualTo(status);
  }

  private static Envelope read(String json) {
    return Envelope.read(InputJson.object(json.getBytes(StandardCharsets.UTF_8)));
  }
}

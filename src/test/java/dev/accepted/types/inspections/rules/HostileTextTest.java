package dev.accepted.types.inspections.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.dialogue.Answer;
import dev.accepted.types.inspections.dialogue.Body;
import dev.accepted.types.inspections.dialogue.Call;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Headers;
import dev.accepted.types.inspections.dialogue.Places;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is made to keep patterns busy: all rules are soon through with 200 answers of it. */
class HostileTextTest {

  private static final URI URL = URI.create("https://api.example/jobs");
  private static final int ANSWERS = 200;
  private static final int HEADER = 16_000;
  private static final int BODY = 64 << 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at /",
        "at a.",
        "at A:\\",
        "at a(b) in ",
        "7",
        "<",
        "<a>",
        "<a>; ",
        "a,",
        "\"",
        "\"token\" ",
        "=\"",
        "Fatal error ",
        "P",
        "*"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isSoonLookedAt(String piece) {
    String line = piece.repeat(HEADER / piece.length());
    byte[] body = piece.repeat(BODY / piece.length()).getBytes(StandardCharsets.UTF_8);
    Headers headers =
        Headers.of(
            "Server",
            line,
            "Link",
            line,
            "Cache-Control",
            line,
            "Content-Type",
            line,
            "Allow",
            line);
    List<Exchange> exchanges = new ArrayList<>();
    Purpose[] purposes = Purpose.values();
    for (int i = 1; i <= ANSWERS; i++) {
      Answer answer =
          new Answer(
              i % 2 == 0 ? 200 : 500, headers, new Body(body, body.length, Body.End.COMPLETE));
      Call call = new Call("GET", URL, Headers.NONE, null);
      exchanges.add(
          new Exchange(
              i,
              purposes[i % purposes.length],
              call,
              Instant.EPOCH.plusSeconds(i),
              Duration.ofMillis(5),
              answer,
              null));
    }

    assertThat(Rules.findings(new Transcript(new Places(URL, null, null, null, ""), exchanges)))
        .isNotEmpty();
  }
}

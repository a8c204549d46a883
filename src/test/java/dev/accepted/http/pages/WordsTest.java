package dev.accepted.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "0,0 bytes",
    "1,1 byte",
    "1023,'1,023 bytes'",
    "1024,1 KB",
    "81234,79.3 KB",
    "10485760,10 MB",
    "5368709120,5 GB",
    "9999999999999,9.1 TB"
  })
  void sizes(long bytes, String words) {
    assertThat(Words.size(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2,a few seconds",
    "12,about 10 seconds",
    "54,about 55 seconds",
    "58,about 1 minute",
    "170,about 3 minutes",
    "3600,about 1 hour",
    "90000,about 1 day",
    "200000,about 2 days"
  })
  void durationsThatNobodyNeedsExactly(double seconds, String words) {
    assertThat(Words.roughly(seconds)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0,no time", "61,1 minute 1 second", "90061,1 day 1 hour", "7200,2 hours"})
  void durations(double seconds, String words) {
    assertThat(Words.duration(seconds)).isEqualTo(words);
  }

  @Test
  void momentsAndSentences() {
    assertThat(Words.moment(Instant.parse("2026-11-29T14:05:59Z")))
        .isEqualTo("29 November 2026 at 14:05 UTC");
    assertThat(Words.sentence(" out of chalk ", ".")).isEqualTo("Out of chalk.");
    assertThat(Words.sentence("Why?", ".")).isEqualTo("Why?");
    assertThat(Words.sentence(" ", ".")).isEmpty();
  }

  @Test
  void namesAreShownAndNotRun() {
    String html = Offer.html(List.of(new Offer("<b>'\"&.csv", 1, "/api/x?a=1&b=\"")));

    assertThat(html)
        .contains(">&lt;b&gt;&#39;&quot;&amp;.csv<", "href=\"/api/x?a=1&amp;b=&quot;\"")
        .doesNotContain("<b>");
  }
}

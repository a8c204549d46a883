package dev.accepted.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\t1",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\uff1d1",
        "\uff0b1+1",
        "\uff0d1+1",
        "\uff20x",
        "-1e5",
        "+",
        "-5 "
      })
  void formulasGetAnApostrophe(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a=1", "-5", "+5", "-5.25", "+1,5", "5", "'=1", "a\n=1", "\u2212x"})
  void theRestStays(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
  }

  @Test
  void oneApostropheIsAllThatWasAdded() {
    String text = "=HYPERLINK(\"http://x\")";
    assertThat(SpreadsheetText.harmless(text).substring(1)).isEqualTo(text);
  }
}

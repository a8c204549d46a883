package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

  private static final List<String> OFFERS = List.of("application/json", "text/html;charset=utf-8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                         | application/json",
        "text/html                                   | text/html;charset=utf-8",
        "TEXT/*                                      | text/html;charset=utf-8",
        "text/html, application/xml;q=0.9, */*;q=0.8 | text/html;charset=utf-8",
        "text/html;q=0.5, application/*              | application/json",
        "application/json;q=0, */*                   | text/html;charset=utf-8",
        "nonsense, text/html                         | text/html;charset=utf-8",
        "text/html;q=x                               | text/html;charset=utf-8",
      })
  void theOneLikedBest(String line, String chosen) {
    assertThat(AcceptHeader.parse(List.of(line)).choose(OFFERS)).contains(chosen);
  }

  @Test
  void noneWillDo() {
    assertThat(AcceptHeader.parse(List.of("text/csv")).choose(OFFERS)).isEmpty();
    assertThat(AcceptHeader.parse(List.of("*/*;q=0")).choose(OFFERS)).isEmpty();
  }

  @Test
  void withoutTheHeaderAnythingWillDo() {
    assertThat(AcceptHeader.parse(List.of()).choose(OFFERS)).contains("application/json");
  }
}

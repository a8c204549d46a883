package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate, br, zstd",
        "br;q=1.0, GZIP;q=0.001",
        "x-gzip",
        "*",
        "br, *;q=0.1",
        "*;q=0, gzip",
        "identity;q=0.5, gzip;q=0.4"
      })
  void gzipWillDo(String line) {
    assertThat(AcceptEncoding.takesGzip(List.of(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip;q=0, *",
        "*;q=0",
        "gzip;q=some",
        "gzipped",
        "deflate;gzip",
        "\"gzip\""
      })
  void gzipWontDo(String line) {
    assertThat(AcceptEncoding.takesGzip(List.of(line))).isFalse();
  }

  @Test
  void linesAreOneHeader() {
    assertThat(AcceptEncoding.takesGzip(List.of("br", "gzip"))).isTrue();
    assertThat(AcceptEncoding.takesGzip(List.of())).isFalse();
  }
}

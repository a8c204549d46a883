package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-9, 0, 9",
    "bytes=0-, 0, 9",
    "bytes=9-, 9, 9",
    "bytes=3-99, 3, 9",
    "bytes=-1, 9, 9",
    "bytes=-99, 0, 9",
    "Bytes = 2-3, 2, 3",
  })
  void partsOfTenBytes(String header, long first, long last) throws Exception {
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "bytes=a-b",
        "lines=0-1",
        "0-1",
        "bytes=0-1 x",
        "bytes=99999999999999999999-"
      })
  void ignored(String header) throws Exception {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-, 10", "bytes=10-20, 10", "bytes=-0, 10", "bytes=0-, 0", "bytes=-5, 0"})
  void unsatisfiable(String header, long length) {
    assertThatThrownBy(() -> ByteRange.parse(header, length))
        .isInstanceOf(ByteRange.Unsatisfiable.class);
  }
}

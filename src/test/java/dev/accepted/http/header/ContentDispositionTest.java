package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

  @Test
  void plainNamesStandAlone() {
    assertThat(ContentDisposition.of("attachment", "carriers 2026.pdf"))
        .isEqualTo("attachment; filename=\"carriers 2026.pdf\"");
  }

  @Test
  void otherNamesStandTwice() {
    assertThat(ContentDisposition.of("inline", "Flüge – €.pdf"))
        .isEqualTo(
            "inline; filename=\"Fluge _ _.pdf\"; filename*=UTF-8''Fl%C3%BCge%20%E2%80%93%20%E2%82%AC.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nSet-Cookie: x", "a\"b", "a\\\"b", "a;b", "../../etc/passwd", "%0d%0a"})
  void nothingBreaksOut(String name) {
    String header = ContentDisposition.of("attachment", name);

    assertThat(header).doesNotContain("\r", "\n", "/", "\\").matches("[ -~]+");
    assertThat(header.chars().filter(c -> c == '"').count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename=\"x.csv\"                          | x.csv",
        "attachment; filename=x.csv                              | x.csv",
        "attachment; FileName=\"a \\\"b\\\".csv\"                | a \"b\".csv",
        "attachment; filename=\"x\"; filename*=UTF-8''%e2%82%ac  | €",
        "attachment; filename*=ISO-8859-1'en'%A3.csv             | £.csv",
        "attachment; filename=\"ok\"; filename*=nonsense         | ok",
        "attachment; filename=\"ok\"; filename*=UTF-8''%ff       | ok",
        "attachment; filename=\"ok\"; filename*=UTF-8''%zz       | ok",
        "attachment; filename=\"C:\\\\dir\\\\x.csv\"             | x.csv",
        "attachment; filename=\"/etc/passwd\"                    | passwd",
      })
  void namesOfUploads(String header, String name) {
    assertThat(ContentDisposition.fileName(header)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "attachment", "inline; filename=\"\"", "attachment; filename=\"a/\""})
  void noName(String header) {
    assertThat(ContentDisposition.fileName(header)).isEmpty();
  }
}

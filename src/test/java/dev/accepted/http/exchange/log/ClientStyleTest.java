package dev.accepted.http.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientStyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 | browser",
        "curl/8.5.0 | curl",
        "CURL/1 | curl",
        "Wget/1.21.4 | wget",
        "Java-http-client/17.0.9 | java",
        "Apache-HttpClient/4.5 (Java/17) | java",
        "python-requests/2.31.0 | python",
        "Python-urllib/3.12 | python",
        "node | javascript",
        "Go-http-client/1.1 | go",
        "my-poller/1.0 key=0123 | other",
        "not curl/8 | other",
        "'' | other"
      })
  void isToldByTheBeginning(String userAgent, String style) {
    assertThat(ClientStyle.of(userAgent).wireName()).isEqualTo(style);
  }
}

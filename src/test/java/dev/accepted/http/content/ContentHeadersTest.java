package dev.accepted.http.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.ContentInfo;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html; charset=utf-8",
        "TEXT/HTML",
        "image/svg+xml",
        "application/xml",
        "application/xhtml+xml",
        "text/csv",
        "application/octet-stream",
        "text/javascript"
      })
  void whatCouldRunIsSavedAndShutIn(String mediaType) {
    Map<String, String> headers = headers(mediaType);

    assertThat(headers.get("Content-Disposition")).startsWith("attachment;");
    assertThat(headers.get("Content-Security-Policy")).contains("sandbox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/png",
        "image/jpeg",
        "image/gif",
        "video/mp4",
        "application/pdf",
        "application/json",
        "text/plain; charset=utf-8"
      })
  void whatCantRunIsShown(String mediaType) {
    Map<String, String> headers = headers(mediaType);

    assertThat(headers.get("Content-Disposition")).startsWith("inline;");
    assertThat(headers).containsEntry("Content-Security-Policy", "frame-ancestors 'self'");
  }

  @Test
  void whatHasNoNameOfItsOwnIsCalledByItsPlace() {
    assertThat(headers("text/csv"))
        .containsEntry("Content-Disposition", "attachment; filename=\"result\"");
  }

  private static Map<String, String> headers(String mediaType) {
    return ContentHeaders.of(
        new ContentInfo("result", mediaType, 1, null, "abc="), "\"abc=\"", Instant.EPOCH);
  }
}

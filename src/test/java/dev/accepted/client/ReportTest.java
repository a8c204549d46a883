package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.client.Report.Standing;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

  private static final URI MONITOR = URI.create("http://host/api/jobs/1");

  @Test
  void itHasWhatAClientNeeds() {
    String json =
        """
        {"status":"running","percentComplete":42,"progress":{"done":1,"message":"on it"},
         "resourceLocation":"/api/jobs/1/result","links":{"events":"http://host/api/jobs/1/events"}}""";
    Report report = Report.read(json, MONITOR);

    assertThat(report.json()).isEqualTo(json);
    assertThat(report.status()).contains("running");
    assertThat(report.percentComplete()).hasValue(42);
    assertThat(report.message()).contains("on it");
    assertThat(report.resourceLocation()).contains(URI.create("http://host/api/jobs/1/result"));
    assertThat(report.events()).contains(URI.create("http://host/api/jobs/1/events"));
  }

  @Test
  void whyItFailedComesFirst() {
    String json = "{\"error\":{\"message\":\"broken\"},\"progress\":{\"message\":\"on it\"}}";
    assertThat(Report.read(json, MONITOR).message()).contains("broken");
  }

  @Test
  void whatIsOfAnotherKindIsAbsent() {
    String json =
        "{\"status\":1,\"percentComplete\":\"2\",\"progress\":[],\"resourceLocation\":\":::\"}";
    Report report = Report.read(json, MONITOR);

    assertThat(report.status()).isEmpty();
    assertThat(report.percentComplete()).isEmpty();
    assertThat(report.message()).isEmpty();
    assertThat(report.resourceLocation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "succeeded,SUCCEEDED",
    "Completed,SUCCEEDED",
    "FAILED,FAILED",
    "canceled,CANCELED",
    "Cancelled,CANCELED",
    "queued,GOING_ON",
    "NotStarted,GOING_ON"
  })
  void wordsOfSeveralServersAreKnown(String word, Standing standing) {
    assertThat(Report.read("{\"status\":\"" + word + "\"}", MONITOR).standing()).contains(standing);
  }
}

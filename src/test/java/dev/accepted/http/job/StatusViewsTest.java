package dev.accepted.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Progress;
import dev.accepted.job.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusViewsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T20:41:07.123Z");
  private static final String ID = "019333c2-0000-7000-8000-000000000000";
  private static final Urls URLS = new Urls("http://host/api/");

  private final Job queued =
      Job.accepted(
          new JobId(UUID.fromString(ID)),
          new Submission(
              "me",
              "report",
              NOW,
              null,
              new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));

  @Test
  void aNewJobSaysLittle() {
    assertThat(json(queued))
        .isEqualTo(
            """
            {"id":"ID","type":"report","status":"queued","priority":4,"attempt":0,"maxAttempts":3,\
            "submittedAt":"2026-11-21T20:41:07.123Z","updatedAt":"2026-11-21T20:41:07.123Z",\
            "links":{"self":"http://host/api/jobs/ID","status":"http://host/api/jobs/ID/status",\
            "cancel":"http://host/api/jobs/ID/cancel","log":"http://host/api/jobs/ID/log",\
            "events":"http://host/api/jobs/ID/events"}}"""
                .replace("ID", ID));
  }

  @Test
  void progressIsToldInPercentAndUnits() {
    StatusView view = view(queued.started(NOW).progressed(new Progress(21, 50, "rows", null), NOW));

    assertThat(view.percentComplete()).isEqualTo(42);
    assertThat(json(view)).contains("\"progress\":{\"done\":21,\"total\":50,\"unit\":\"rows\"}");
  }

  @Test
  void anUnknownTotalHasNoPercent() {
    StatusView view = view(queued.started(NOW).progressed(new Progress(21, 0, null, "on it"), NOW));

    assertThat(view.percentComplete()).isNull();
    assertThat(json(view)).contains("\"progress\":{\"done\":21,\"message\":\"on it\"}");
  }

  @Test
  void aSucceededJobHasAllPercentAndAResult() {
    StatusView view =
        view(
            queued
                .started(NOW)
                .succeeded(new ContentInfo("result", "text/csv", 3, "a.csv", "abc="), NOW));

    assertThat(view.percentComplete()).isEqualTo(100);
    assertThat(view.resourceLocation()).isEqualTo("http://host/api/jobs/" + ID + "/result");
    assertThat(view.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(json(view))
        .contains(
            "\"result\":{\"mediaType\":\"text/csv\",\"length\":3,\"fileName\":\"a.csv\","
                + "\"digest\":\"sha-256=:abc=:\"}");
  }

  @Test
  void theLastErrorStandsFirst() {
    Job failed =
        queued
            .started(NOW)
            .retrying(new AttemptError(1, NOW, "busy", "later"), NOW, NOW)
            .due(NOW)
            .started(NOW)
            .failed(new AttemptError(2, NOW, "broken", "gone"), NOW);

    assertThat(json(view(failed)))
        .contains(
            "\"error\":{\"code\":\"broken\",\"message\":\"gone\",\"attempts\":[{\"attempt\":1,")
        .contains("\"retry\":")
        .doesNotContain("\"cancel\":", "resourceLocation");
  }

  private static StatusView view(Job job) {
    return StatusViews.of(job, URLS, Optional.empty());
  }

  private static String json(Job job) {
    return json(view(job));
  }

  private static String json(StatusView view) {
    return new String(WireJson.bytes(view), StandardCharsets.UTF_8);
  }
}

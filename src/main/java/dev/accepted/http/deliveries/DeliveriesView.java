package dev.accepted.http.deliveries;

import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.webhooks.DeliveryReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deliveries of a job, newest first. */
public record DeliveriesView(List<DeliveryView> deliveries) {

  /**
   * One of them.
   *
   * @param event what it tells of, such as {@code succeeded}
   * @param eventId the event's number, as in its body and in streams
   * @param nextAttemptAt null unless it waits
   * @param links {@code send}, if it can be sent again; else null
   */
  public record DeliveryView(
      long number,
      String event,
      String eventId,
      String url,
      String state,
      Instant createdAt,
      @Nullable Instant nextAttemptAt,
      List<AttemptView> attempts,
      @Nullable Map<String, String> links) {}

  /**
   * What came of sending it once.
   *
   * @param duration ISO 8601
   * @param status the status code of the receiver's answer; null if it didn't answer
   * @param error what went wrong then
   */
  public record AttemptView(
      int attempt, Instant at, String duration, @Nullable Integer status, @Nullable String error) {}

  static DeliveryView of(DeliveryReport report, Job job, Urls urls) {
    return new DeliveryView(
        report.number(),
        report.kind().wireName(),
        Long.toString(report.event()),
        report.url(),
        report.state(),
        report.createdAt(),
        report.nextAttemptAt(),
        report.attempts().stream().map(DeliveriesView::of).toList(),
        report.maySendAgain()
            ? Map.of("send", urls.of(job.id(), "deliveries/" + report.number() + "/send"))
            : null);
  }

  private static AttemptView of(DeliveryReport.Attempt attempt) {
    return new AttemptView(
        attempt.attempt(),
        attempt.at(),
        attempt.took().toString(),
        attempt.status(),
        attempt.error());
  }
}

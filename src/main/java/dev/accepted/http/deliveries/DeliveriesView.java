package dev.accepted.http.deliveries;

import dev.accepted.webhooks.DeliveryReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries, newest first.
 *
 * @param next URL of the page that follows; null on the last, and where there are no pages
 */
public record DeliveriesView(List<DeliveryView> deliveries, @Nullable String next) {

  /**
   * One of them.
   *
   * @param event what it tells of, such as {@code succeeded}
   * @param eventId the event's number, as in its body and in streams
   * @param job the job's id
   * @param subscription the subscription's id; null for the job's callback
   * @param nextAttemptAt null unless it waits
   * @param links {@code send}, if it can be sent again; else null
   */
  public record DeliveryView(
      long number,
      String event,
      String eventId,
      String job,
      @Nullable String subscription,
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

  /**
   * The view of a delivery.
   *
   * @param list URL of the list in which it stands
   */
  public static DeliveryView of(DeliveryReport report, String list) {
    return new DeliveryView(
        report.number(),
        report.kind().wireName(),
        Long.toString(report.event()),
        report.job().toString(),
        report.subscription() == null ? null : report.subscription().toString(),
        report.url(),
        report.state(),
        report.createdAt(),
        report.nextAttemptAt(),
        report.attempts().stream().map(DeliveriesView::of).toList(),
        report.maySendAgain() ? Map.of("send", list + '/' + report.number() + "/send") : null);
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

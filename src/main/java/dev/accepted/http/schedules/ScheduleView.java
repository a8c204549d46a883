package dev.accepted.http.schedules;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.ScheduleRules;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.guard.Caller;
import dev.accepted.http.wire.Urls;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param catchUp {@code skip}, {@code once} or {@code all}
 * @param input null in lists
 * @param priority null where it is left to the server, as are the options after it
 * @param labels null for none, beside the one that each job gets
 * @param callback null for none
 * @param state {@code active} or {@code paused}
 * @param since in that state
 * @param nextRuns when its next jobs are submitted; none while it is paused
 * @param lastRun what became of the latest of its times; null before the first
 * @param links what would work now, for who asks
 */
public record ScheduleView(
    String id,
    String name,
    String cron,
    String zone,
    String catchUp,
    String type,
    @Nullable JsonObject input,
    @Nullable Integer priority,
    @Nullable Duration timeout,
    @Nullable Duration retain,
    @Nullable Integer maxAttempts,
    @Nullable Map<String, String> labels,
    @Nullable CallbackView callback,
    String state,
    Instant since,
    List<Instant> nextRuns,
    @Nullable LastRun lastRun,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> links) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /**
   * Who is told of each job.
   *
   * @param url without its query
   * @param events null for the usual ones
   */
  public record CallbackView(String url, @Nullable List<String> events) {

    private static @Nullable CallbackView of(@Nullable RequestedCallback callback) {
      return callback == null ? null : new CallbackView(callback.url(), callback.events());
    }
  }

  /**
   * What became of a time.
   *
   * @param at by the expression
   * @param job its URL; null if there is none
   * @param refusal why there is none; null if there is one
   */
  public record LastRun(Instant at, @Nullable String job, @Nullable RefusalView refusal) {

    private static @Nullable LastRun of(ScheduleReport.@Nullable Last last, Urls urls) {
      if (last == null) {
        return null;
      }
      String job = last.job() == null ? null : urls.job(last.job());
      return new LastRun(last.at(), job, RefusalView.of(last.code(), last.message()));
    }
  }

  /** Why there is no job: for programs, and for people. */
  public record RefusalView(String code, String message) {

    private static @Nullable RefusalView of(@Nullable String code, @Nullable String message) {
      return code == null || message == null ? null : new RefusalView(code, message);
    }
  }

  /**
   * As that caller sees it.
   *
   * @param caller whose links lead only to what it may do
   */
  static ScheduleView of(ScheduleReport report, Urls urls, Caller caller) {
    RequestedOptions options = report.options();
    return new ScheduleView(
        report.id().toString(),
        report.name(),
        report.cron(),
        report.zone(),
        report.catchUp(),
        report.type(),
        input(report.input()),
        options.priority(),
        options.timeout(),
        options.retain(),
        options.maxAttempts(),
        options.labels().isEmpty() ? null : options.labels(),
        CallbackView.of(options.callback()),
        report.state(),
        report.since(),
        report.next(),
        LastRun.of(report.last(), urls),
        report.createdAt(),
        report.updatedAt(),
        links(report, urls, caller.changes().include(report.owner())));
  }

  private static @Nullable JsonObject input(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Map<String, String> links(ScheduleReport report, Urls urls, boolean mayChange) {
    String self = urls.schedule(report.id());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    if (mayChange) {
      links.put("run", self + "/run");
      String other = report.isActive() ? "pause" : "resume";
      links.put(other, self + '/' + other);
    }
    links.put("jobs", urls.jobs() + "?label=" + ScheduleRules.LABEL + ':' + report.id());
    return links;
  }
}

package dev.accepted.http.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a job, as far as one node knows.
 *
 * @param node which
 * @param since from when on it knows all of it
 */
public record ExchangeView(String node, Instant since, SubmissionView submission, PollsView polls) {

  /**
   * The submission and its answer.
   *
   * @param observed whether this is what was really answered; if not, what can be told of it is
   *     made of the job, and the nullable members and the header {@code Retry-After} are not known
   * @param client the number of who submitted it, among this job's clients
   * @param duration from when the body had been read to the answer; ISO 8601
   * @param repeated how often the same was answered again, for the same idempotency key
   */
  public record SubmissionView(
      boolean observed,
      Instant at,
      String method,
      @Nullable String path,
      @Nullable Integer client,
      @Nullable String style,
      int status,
      Map<String, String> headers,
      @Nullable String duration,
      long repeated) {}

  /**
   * The polls. Durations are ISO 8601; what there isn't is null.
   *
   * @param clients how many were told apart, by who they are and what they run
   * @param recent newest first
   */
  public record PollsView(
      long total,
      long early,
      int clients,
      Map<String, Long> byStatus,
      Map<String, Long> byKind,
      Map<String, Long> byStyle,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      @Nullable String shortestGap,
      @Nullable String longestGap,
      List<PollView> recent) {}

  /**
   * A poll.
   *
   * @param client the number of who asked, among this job's clients
   * @param duration how long its answer took; of a long poll, how long it waited
   * @param retryAfter the seconds that the answer named
   * @param gap so long after the last answer to this client; null if nothing is known of one
   * @param granted the seconds that the last answer to this client had named
   */
  public record PollView(
      Instant at,
      int client,
      String style,
      String method,
      String resource,
      String kind,
      int status,
      String duration,
      @Nullable Long retryAfter,
      @Nullable String gap,
      @Nullable Long granted,
      boolean early) {}
}

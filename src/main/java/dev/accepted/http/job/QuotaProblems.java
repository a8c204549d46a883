package dev.accepted.http.job;

import dev.accepted.engine.intake.Refusal.QuotaExceeded;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import java.time.Duration;

/**
 * What is said to a caller that has as much as it may. What time brings back is 429 with {@code
 * Retry-After} (RFC 6585): stock clients wait and try again. Bytes are kept until somebody removes
 * them, so that trying again would be in vain: 409, a conflict that the caller can resolve (RFC
 * 9110, 15.5.10).
 */
final class QuotaProblems {

  private static final int MINUTE = 60;

  private QuotaProblems() {}

  static Problem of(QuotaExceeded exceeded) {
    String detail = exceeded.explanation();
    int seconds = seconds(exceeded.comeBackIn());
    Problem problem =
        switch (exceeded.quota()) {
          case STORED_BYTES -> Problem.of(ProblemType.TOO_MANY_STORED_BYTES, detail);
          case ACTIVE_JOBS -> Problem.later(ProblemType.TOO_MANY_ACTIVE_JOBS, detail, seconds);
          case SUBMISSIONS ->
              Problem.later(ProblemType.TOO_MANY_SUBMISSIONS, detail, seconds)
                  // draft-ietf-httpapi-ratelimit-headers, 3 and 4
                  .header(
                      "RateLimit-Policy",
                      "\"submissions\";q=%d;w=%d".formatted(exceeded.limit(), MINUTE))
                  .header("RateLimit", "\"submissions\";r=0;t=%d".formatted(seconds));
        };
    return problem.with("limit", exceeded.limit()).with("used", exceeded.used());
  }

  /** Whole ones, rounded up. */
  private static int seconds(Duration wait) {
    return (int) Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }
}

package dev.accepted.http.throttle;

import dev.accepted.config.Settings;
import dev.accepted.guard.throttle.Excess;
import dev.accepted.guard.throttle.MonitorThrottle;
import dev.accepted.guard.throttle.Offenders;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.metrics.ThrottleMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Refuses what is too much or too soon, and takes note of who sends it. */
@ApplicationScoped
public class Throttle {

  @Inject Settings settings;
  @Inject MonitorThrottle monitors;
  @Inject Offenders offenders;
  @Inject ThrottleMetrics metrics;

  /**
   * Passes if an unfinished job's monitor may be asked.
   *
   * @param visitor who asks; empty where nobody is counted
   * @param retryAfter the seconds that its answer will name
   * @throws Problem 429, or 503 as the settings have it
   */
  public void poll(Optional<Visitor> visitor, Job job, long retryAfter) {
    if (visitor.isPresent()) {
      Excess excess = monitors.poll(visitor.get(), job, retryAfter).orElse(null);
      if (excess != null) {
        throw refusal(
            visitor.get(),
            excess,
            ProblemType.POLLED_TOO_SOON,
            "An answer about this job said to ask later than now.");
      }
    }
  }

  /** The next poll of that monitor is free: the visitor was told, or did, something. */
  public void allow(Optional<Visitor> visitor, JobId job) {
    visitor.ifPresent(known -> monitors.allow(known, job));
  }

  /** The same for later, even when this server stops. */
  public Runnable allowing(Optional<Visitor> visitor, JobId job) {
    MonitorThrottle here = monitors;
    return () -> visitor.ifPresent(known -> here.allow(known, job));
  }

  /** The answer to a request that was too much, which counts against its sender. */
  Problem refusal(Visitor visitor, Excess excess, ProblemType type, String detail) {
    offenders.offended(visitor);
    metrics.refused(excess.policy().name());
    return Problem.of(type, settings.throttle().status(), detail)
        .with("violated-policies", List.of(excess.policy().name()))
        .header("Retry-After", Long.toString(excess.seconds()))
        .header(RateLimitHeaders.LIMIT, RateLimitHeaders.limit(excess))
        .header(RateLimitHeaders.POLICY, RateLimitHeaders.policy(excess.policy()));
  }
}

package dev.accepted.engine.quota;

import dev.accepted.config.QuotaSettings;
import dev.accepted.engine.intake.Quota;
import dev.accepted.engine.intake.Refusal.QuotaExceeded;
import dev.accepted.store.CallerUse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What each caller may have, and whether it may have more. */
public final class Quotas {

  /** When to look again whether a job has finished. */
  private static final Duration FOR_A_JOB = Duration.ofSeconds(5);

  private final QuotaSettings limits;
  private final @Nullable SubmissionRates rates;

  public Quotas(QuotaSettings limits, Clock clock) {
    this.limits = limits;
    this.rates =
        limits.submissions().isPresent()
            ? new SubmissionRates(limits.submissions().getAsLong(), clock)
            : null;
  }

  /**
   * Where a caller stands.
   *
   * @param limit empty for none
   * @param used empty where that isn't counted, as there is no limit
   */
  public record Standing(OptionalLong limit, OptionalLong used) {}

  /** Where a caller stands with each. */
  public record Standings(Standing activeJobs, Standing submissions, Standing bytes) {}

  /** True if it matters how much a caller has stored. */
  public boolean limitWhatIsStored() {
    return limits.activeJobs().isPresent() || limits.bytes().isPresent();
  }

  /**
   * Why a caller may not store one more job; empty if it may.
   *
   * @param bytes that the job would add
   */
  public Optional<QuotaExceeded> refuse(CallerUse use, long bytes) {
    if (use.active() + 1 > limits.activeJobs().orElse(Long.MAX_VALUE)) {
      return Optional.of(
          new QuotaExceeded(
              Quota.ACTIVE_JOBS, limits.activeJobs().orElseThrow(), use.active(), FOR_A_JOB));
    }
    return refuseBytes(use, bytes);
  }

  /** True if it matters how many bytes a caller has stored. */
  public boolean limitBytes() {
    return limits.bytes().isPresent();
  }

  /** Why a caller may not keep so many bytes more; empty if it may. */
  public Optional<QuotaExceeded> refuseBytes(CallerUse use, long bytes) {
    return use.bytes() + bytes > limits.bytes().orElse(Long.MAX_VALUE)
        ? Optional.of(
            new QuotaExceeded(
                Quota.STORED_BYTES, limits.bytes().orElseThrow(), use.bytes(), Duration.ZERO))
        : Optional.empty();
  }

  /**
   * Takes one of the caller's submissions a minute.
   *
   * @throws QuotaExceeded if none is left
   */
  public void takeSubmission(String owner) {
    if (rates != null) {
      check(owner, rates.take(owner), rates);
    }
  }

  /**
   * The same without taking it: so that nothing else need be done for a submission in vain.
   *
   * @throws QuotaExceeded if none is left
   */
  public void expectSubmission(String owner) {
    if (rates != null) {
      check(owner, rates.untilNext(owner), rates);
    }
  }

  private void check(String owner, Duration wait, SubmissionRates known) {
    if (!wait.isZero()) {
      throw new QuotaExceeded(
          Quota.SUBMISSIONS, limits.submissions().orElseThrow(), known.used(owner), wait);
    }
  }

  /** Where a caller stands that has so much. */
  public Standings of(String owner, CallerUse use) {
    return new Standings(
        new Standing(limits.activeJobs(), OptionalLong.of(use.active())),
        new Standing(
            limits.submissions(),
            rates == null ? OptionalLong.empty() : OptionalLong.of(rates.used(owner))),
        new Standing(limits.bytes(), OptionalLong.of(use.bytes())));
  }
}

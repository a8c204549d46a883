package dev.accepted.http.pages;

import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobState;
import dev.accepted.job.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A job's state in the words of {@code webapp/js/job/phrase.js}. {@code UnscriptedPageIT} holds the
 * two to each other.
 *
 * @param headline a few words
 * @param lead a sentence; may be empty
 */
record Phrase(String headline, String lead) {

  private static final double MILLIS = 1000;

  static Phrase of(Job job, Instant now) {
    JobState state = job.state();
    if (state.cancelRequestedAt() != null && !job.status().isFinal()) {
      return new Phrase("Being stopped", "It was asked to stop and will do so shortly.");
    }
    return switch (job.status()) {
      case SCHEDULED -> scheduled(state, now);
      case QUEUED -> new Phrase("In the queue", "It starts as soon as there is room.");
      case RUNNING ->
          new Phrase(
              "Under way",
              Words.sentence(Objects.requireNonNullElse(state.progress().message(), ""), "…"));
      case SUCCEEDED -> new Phrase("Ready", "Finished " + ended(job) + '.');
      case FAILED -> new Phrase("Failed", Words.sentence(reason(state.errors()), "."));
      case CANCELED ->
          new Phrase(
              "Canceled", "Stopped %s. There is no result.".formatted(at(finishedAt(state))));
    };
  }

  /** When it should be ready; empty if nobody knows. */
  static String expectation(Job job, Optional<Instant> estimate, Instant now) {
    return estimate
        .filter(end -> job.state().cancelRequestedAt() == null)
        .map(end -> "Should be ready in %s, %s.".formatted(until(end, now), at(end)))
        .orElse("");
  }

  /** Such as "42,000 of 100,000 rows"; empty if it isn't counted. */
  static String amount(Progress progress) {
    if (progress.equals(Progress.NONE)) {
      return "";
    }
    String total = progress.total() == 0 ? "" : " of " + Words.count(progress.total());
    String unit = Objects.requireNonNullElse(progress.unit(), "");
    return (Words.count(progress.done()) + total + ' ' + unit).strip();
  }

  /** Such as "on 29 November 2026 at 14:05 UTC". */
  static String at(Instant moment) {
    return "on " + Words.moment(moment);
  }

  private static Phrase scheduled(JobState state, Instant now) {
    return state.errors().isEmpty()
        ? new Phrase("Waiting for its time", next("It", state, now))
        : new Phrase(
            "Waiting for another attempt",
            ("The last attempt failed. " + next("The next", state, now)).strip());
  }

  private static String next(String what, JobState state, Instant now) {
    Instant runAt = state.runAt();
    if (runAt == null) {
      return "";
    }
    return runAt.isAfter(now)
        ? "%s starts in %s, %s.".formatted(what, until(runAt, now), at(runAt))
        : what + " starts any moment.";
  }

  private static String ended(Job job) {
    Instant end = finishedAt(job.state());
    Instant begin =
        Objects.requireNonNullElse(job.state().startedAt(), job.submission().submittedAt());
    double seconds = seconds(begin, end);
    return at(end) + ", after " + (seconds < 1 ? "less than a second" : Words.duration(seconds));
  }

  private static String reason(List<AttemptError> errors) {
    return errors.isEmpty()
        ? "The server gives no reason"
        : errors.get(errors.size() - 1).message();
  }

  private static Instant finishedAt(JobState state) {
    return Objects.requireNonNull(state.finishedAt());
  }

  private static String until(Instant moment, Instant now) {
    return Words.roughly(seconds(now, moment));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS;
  }
}

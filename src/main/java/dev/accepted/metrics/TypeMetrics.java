package dev.accepted.metrics;

import dev.accepted.engine.AttemptOutcome;
import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.job.JobStatus;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The metrics of one type, looked up once: counting then costs no look-up and no object. All are
 * there from the start with zero, so that a first increase is seen as one.
 */
final class TypeMetrics {

  private static final double MILLIS = 1e3;

  private final Map<SubmissionOutcome, CounterDataPoint> submissions;
  private final Map<AttemptOutcome, CounterDataPoint> attempts;
  private final Map<JobStatus, CounterDataPoint> finished;
  private final DistributionDataPoint wait;
  private final DistributionDataPoint duration;

  TypeMetrics(Metrics metrics, String type) {
    submissions = points(metrics.submissions, type, SubmissionOutcome.class, all -> true);
    attempts = points(metrics.attempts, type, AttemptOutcome.class, all -> true);
    finished = points(metrics.finished, type, JobStatus.class, JobStatus::isFinal);
    wait = metrics.wait.labelValues(type);
    duration = metrics.duration.labelValues(type);
  }

  private static <E extends Enum<E>> Map<E, CounterDataPoint> points(
      Counter counter, String type, Class<E> words, Predicate<E> wanted) {
    Map<E, CounterDataPoint> points = new EnumMap<>(words);
    for (E word : words.getEnumConstants()) {
      if (wanted.test(word)) {
        points.put(word, counter.labelValues(type, label(word)));
      }
    }
    return points;
  }

  /** As a label's value, such as {@code queue-full}. */
  static String label(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void submitted(SubmissionOutcome outcome) {
    count(submissions, outcome);
  }

  void ended(AttemptOutcome outcome) {
    count(attempts, outcome);
  }

  void finished(JobStatus status) {
    count(finished, status);
  }

  void waited(long millis) {
    wait.observe(millis / MILLIS);
  }

  void took(long millis) {
    duration.observe(millis / MILLIS);
  }

  private static <E extends Enum<E>> void count(Map<E, CounterDataPoint> points, E word) {
    CounterDataPoint point = points.get(word);
    if (point != null) {
      point.inc();
    }
  }
}

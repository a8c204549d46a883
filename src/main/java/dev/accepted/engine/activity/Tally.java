package dev.accepted.engine.activity;

import dev.accepted.job.JobStatus;
import dev.accepted.store.ActivityMinute;
import java.time.Instant;

/** What was counted of a type within some time. */
final class Tally {

  private long submitted;
  private long succeeded;
  private long failed;
  private long canceled;
  private final Histogram waits = new Histogram();
  private final Histogram durations = new Histogram();

  synchronized void submitted() {
    submitted++;
  }

  synchronized void started(long waitedMillis) {
    waits.add(waitedMillis);
  }

  synchronized void took(long millis) {
    durations.add(millis);
  }

  synchronized void finished(JobStatus status) {
    switch (status) {
      case SUCCEEDED -> succeeded++;
      case FAILED -> failed++;
      case CANCELED -> canceled++;
      case SCHEDULED, QUEUED, RUNNING -> throw new IllegalArgumentException(status.wireName());
    }
  }

  synchronized ActivityMinute minute(Instant at, String type) {
    return new ActivityMinute(
        at, type, submitted, succeeded, failed, canceled, waits.text(), durations.text());
  }

  synchronized void add(ActivityMinute minute) {
    submitted += minute.submitted();
    succeeded += minute.succeeded();
    failed += minute.failed();
    canceled += minute.canceled();
    waits.add(Histogram.parse(minute.waits()));
    durations.add(Histogram.parse(minute.durations()));
  }

  synchronized Point point() {
    return new Point(
        submitted,
        succeeded,
        failed,
        canceled,
        waits.quantile(Point.MEDIAN),
        waits.quantile(Point.NEARLY_ALL),
        durations.quantile(Point.MEDIAN),
        durations.quantile(Point.NEARLY_ALL));
  }
}

package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.util.concurrent.atomic.AtomicLong;

/** How many jobs wait, and how many may. */
final class Backlog {

  private final long limit;
  private final AtomicLong waiting;

  Backlog(long limit, long waitingNow) {
    this.limit = limit;
    this.waiting = new AtomicLong(waitingNow);
  }

  /** Other servers have accepted and started jobs, too. */
  void recounted(long waitingNow) {
    waiting.set(waitingNow);
  }

  /** The most that may wait. */
  long limit() {
    return limit;
  }

  boolean isFull() {
    return waiting.get() >= limit;
  }

  void accepted(Job job) {
    moved(JobStatus.RUNNING, job.status());
  }

  void left(JobStatus status) {
    moved(status, JobStatus.RUNNING);
  }

  void moved(JobStatus from, JobStatus to) {
    waiting.addAndGet(weight(to) - weight(from));
  }

  private static int weight(JobStatus status) {
    return status == JobStatus.QUEUED || status == JobStatus.SCHEDULED ? 1 : 0;
  }
}

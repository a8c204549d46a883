package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Database;
import dev.accepted.store.JobQueries;
import java.util.concurrent.atomic.AtomicLong;

/** How many jobs wait, and how many may. */
final class Backlog {

  private final long limit;
  private final AtomicLong waiting;

  Backlog(long limit, long waitingNow) {
    this.limit = limit;
    this.waiting = new AtomicLong(waitingNow);
  }

  /** One that knows how many jobs wait in the store. */
  static Backlog counted(long limit, Database database) {
    Backlog backlog = new Backlog(limit, 0);
    backlog.recount(database);
    return backlog;
  }

  /** Other servers have accepted and started jobs, too. */
  void recount(Database database) {
    waiting.set(database.read(session -> JobQueries.countWaiting(session, limit)));
  }

  /** The most that may wait. */
  long limit() {
    return limit;
  }

  /** How many wait, as far as this server knows. */
  long waiting() {
    return waiting.get();
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

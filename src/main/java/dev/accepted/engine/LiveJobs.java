package dev.accepted.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that were last asked for or changed, in memory: a poll costs no query. Follows the store
 * step by step, since changes are applied on the writer's thread in the order of their commits;
 * each is applied under the same guard as in the store, so that a job that was loaded in the
 * meantime doesn't take it twice.
 */
final class LiveJobs {

  private static final int KEPT = 40_000;

  /** Replaced rather than emptied: what is being loaded meanwhile lands in the old one. */
  private volatile Cache<JobId, Job> jobs = empty();

  private volatile boolean trusted = true;

  private static Cache<JobId, Job> empty() {
    return Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
  }

  /** The job, loaded if it isn't here. */
  Optional<Job> find(JobId id, Function<JobId, @Nullable Job> loader) {
    return Optional.ofNullable(trusted ? jobs.get(id, loader) : loaded(id, loader));
  }

  /** If the store is down, what was last known is better than nothing. */
  private @Nullable Job loaded(JobId id, Function<JobId, @Nullable Job> loader) {
    try {
      return loader.apply(id);
    } catch (Refusal.StoreDown down) {
      Job known = jobs.getIfPresent(id);
      if (known == null) {
        throw down;
      }
      return known;
    }
  }

  /** What is here may no longer be what is stored. */
  void forget() {
    jobs = empty();
  }

  /** Changes by others are heard of from now on. */
  void trust() {
    forget();
    trusted = true;
  }

  /** They are not: each job is loaded whenever it is asked for. */
  void distrust() {
    trusted = false;
  }

  /** True if it is here; waits for one that is being loaded. */
  boolean knows(JobId id) {
    return jobs.asMap().compute(id, (same, present) -> present) != null;
  }

  /** A row that another server has changed. Returns the job as it was known here, if it was. */
  Optional<Job> refreshed(Job row) {
    AtomicReference<@Nullable Job> before = new AtomicReference<>();
    jobs.asMap()
        .computeIfPresent(
            row.id(),
            (id, present) -> {
              before.set(present);
              return isNewer(row, present) ? row : present;
            });
    return Optional.ofNullable(before.get());
  }

  private static boolean isNewer(Job row, Job present) {
    int claims = Long.compare(row.state().claim(), present.state().claim());
    int revisions = Long.compare(row.state().revision(), present.state().revision());
    if (claims != 0 || revisions != 0) {
      return claims > 0 || (claims == 0 && revisions > 0);
    }
    return !row.state().updatedAt().isBefore(present.state().updatedAt());
  }

  /** The job as it is known here, if that is newer than the row that was read. */
  Job newest(Job stored) {
    Job present = jobs.getIfPresent(stored.id());
    return present == null || present.state().revision() < stored.state().revision()
        ? stored
        : present;
  }

  /** A job that has just been stored. */
  void add(Job job) {
    jobs.put(job.id(), job);
  }

  /** A change has been committed that started from {@code before}. Returns the job after it. */
  Job change(Job before, UnaryOperator<Job> change) {
    return jobs.asMap()
        .compute(
            before.id(),
            (id, present) -> {
              if (present == null) {
                return change.apply(before);
              }
              if (sameStep(present, before)) {
                return change.apply(present);
              }
              // What was here may be older than what the change began with: on a node that hears of
              // others' changes, they are heard of a moment later than they can be built upon.
              Job after = change.apply(before);
              return isNewer(after, present) ? after : present;
            });
  }

  /**
   * A running job has come further; returns the job after it, or empty if it runs no more. A job
   * that isn't here is left alone: it may have been removed, and must not come back.
   */
  Optional<Job> progressed(Job running, UnaryOperator<Job> change) {
    return Optional.ofNullable(
            jobs.asMap()
                .computeIfPresent(
                    running.id(),
                    (id, present) -> sameStep(present, running) ? change.apply(present) : present))
        .filter(job -> sameStep(job, running));
  }

  /** The job is gone. Returns it as it was known here, if it was. */
  Optional<Job> remove(JobId id) {
    return Optional.ofNullable(jobs.asMap().remove(id));
  }

  private static boolean sameStep(Job present, Job before) {
    return present.status() == before.status() && present.state().claim() == before.state().claim();
  }
}

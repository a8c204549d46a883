package dev.accepted.engine;

import dev.accepted.engine.uploads.Uploads;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.store.AuditLog;
import dev.accepted.store.IdempotencyKeys;
import dev.accepted.store.JobQueries;
import dev.accepted.store.JobRemoval;
import dev.accepted.store.Tombstones;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Drops what is old, in batches: jobs past their time leave a tombstone; tombstones and idempotency
 * keys just go, and so do uploads that nobody has gone on with, and what the audit log has kept for
 * long enough.
 */
final class Expirer {

  private static final Logger LOG = System.getLogger(Expirer.class.getName());
  private static final int BATCH = 500;
  private static final List<JobStatus> FINAL =
      List.of(JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELED);

  private final Core core;

  Expirer(Core core) {
    this.core = core;
  }

  /**
   * Expires a batch of each status; tells how many jobs that were. A full batch means that there is
   * more.
   */
  CompletableFuture<Integer> runOnce() {
    Instant now = core.clock().instant();
    return core.writer()
        .write(
            session -> {
              List<Job> expired = new ArrayList<>();
              for (JobStatus status : FINAL) {
                for (Job job : JobQueries.awake(session, status, now, BATCH)) {
                  if (JobRemoval.expire(
                      session, job, now, now.plus(core.settings().tombstones()))) {
                    expired.add(job);
                  }
                }
              }
              Tombstones.purge(session, now, BATCH);
              IdempotencyKeys.purge(session, now, BATCH);
              AuditLog.prune(session, now.minus(core.settings().audit().retention()), BATCH);
              return new Expired(expired, Uploads.expire(session, now, BATCH));
            },
            expired -> expired.jobs().forEach(job -> core.transitions().gone(job, Kind.EXPIRED)))
        .thenApplyAsync(this::dropContent, core.executor());
  }

  private record Expired(List<Job> jobs, Collection<UUID> uploads) {}

  private int dropContent(Expired expired) {
    expired.uploads().forEach(core.uploads()::dropFiles);
    try {
      core.contents().expire(expired.jobs().stream().map(Job::id).toList());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Content of expired jobs is left to the next sweep", e);
    }
    return expired.jobs().size();
  }
}

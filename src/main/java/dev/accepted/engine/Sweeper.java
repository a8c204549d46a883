package dev.accepted.engine;

import dev.accepted.job.JobId;
import dev.accepted.store.JobQueries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Drops content that no job claims: what a crash left between its file and its row, or between its
 * row and its file.
 */
final class Sweeper {

  /** An upload, and the submission it belongs to, may take this long. */
  private static final Duration GRACE = Duration.ofHours(2);

  private final Core core;

  Sweeper(Core core) {
    this.core = core;
  }

  /** Returns how much was dropped. */
  int runOnce() throws IOException {
    Instant now = core.clock().instant();
    return core.contents().sweep(now, GRACE, this::isKnown)
        + core.uploads().sweep(now.minus(GRACE));
  }

  private boolean isKnown(JobId id) {
    return core.database().read(session -> JobQueries.find(session, id)).isPresent();
  }
}

package dev.accepted.engine;

import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.store.ActivityLog;
import dev.accepted.store.ActivityMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Stores what was counted, and drops what is older than a day and an hour. A server that is killed
 * has not stored what it counted in the last ten seconds.
 */
final class ActivityRecorder {

  private static final Duration KEPT = Activity.Span.DAY.length().plusHours(1);
  private static final int BATCH = 500;

  private final Core core;
  private final ActivityCounts counts;
  private List<ActivityMinute> stored = List.of();

  ActivityRecorder(Core core, ActivityCounts counts) {
    this.core = core;
    this.counts = counts;
  }

  /** Stores what has changed since it was last stored; tells how many rows those were. */
  synchronized CompletableFuture<Integer> runOnce() {
    Instant now = core.clock().instant();
    List<ActivityMinute> counted = counts.waiting();
    List<ActivityMinute> fresh =
        counted.stream().filter(minute -> !stored.contains(minute)).toList();
    counts.bound();
    return core.writer()
        .write(
            session -> {
              for (ActivityMinute minute : fresh) {
                ActivityLog.put(session, minute);
              }
              ActivityLog.prune(session, now.minus(KEPT), BATCH);
              return fresh.size();
            },
            rows -> stored(counted, now));
  }

  private synchronized void stored(List<ActivityMinute> counted, Instant at) {
    stored = counted;
    counts.forget(at);
  }
}

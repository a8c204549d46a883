package dev.accepted.engine.activity;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.store.ActivityMinute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this node does, until it is stored. Called on the store's writer's thread for each
 * job: a count costs a look-up and no object, once the minute has begun.
 */
public final class ActivityCounts {

  static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

  /** While the store is down, minutes wait to be stored: so many at most. */
  private static final int MOST_WAITING = 120;

  private final Clock clock;
  private final ConcurrentSkipListMap<Long, Map<String, Tally>> minutes =
      new ConcurrentSkipListMap<>();

  /** Nothing is counted yet. */
  public ActivityCounts(Clock clock) {
    this.clock = clock;
  }

  private Tally of(String type) {
    return minutes
        .computeIfAbsent(clock.millis() / MINUTE_MS, minute -> new ConcurrentHashMap<>())
        .computeIfAbsent(type, first -> new Tally());
  }

  /** A job was stored. */
  public void accepted(Job job) {
    of(job.type()).submitted();
  }

  /** A job has changed. */
  public void changed(Job before, Job after, Kind kind) {
    if (kind == Kind.STARTED) {
      of(after.type()).started(millis(before.state().updatedAt(), after.state().startedAt()));
    } else if (after.status().isFinal() && !before.status().isFinal()) {
      Tally tally = of(after.type());
      tally.finished(after.status());
      if (before.state().startedAt() != null && before.status() == JobStatus.RUNNING) {
        tally.took(millis(before.state().startedAt(), after.state().finishedAt()));
      }
    }
  }

  private static long millis(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? 0 : Math.max(0, to.toEpochMilli() - from.toEpochMilli());
  }

  /** What is to be stored: all minutes that are still counted, as far as they have come. */
  public List<ActivityMinute> waiting() {
    List<ActivityMinute> waiting = new ArrayList<>();
    minutes.forEach(
        (minute, types) ->
            types.forEach(
                (type, tally) ->
                    waiting.add(tally.minute(Instant.ofEpochMilli(minute * MINUTE_MS), type))));
    return waiting;
  }

  /**
   * Forgets minutes that are over.
   *
   * @param stored when the last of them was stored that was over then
   */
  public void forget(Instant stored) {
    // One that had hardly ended may have been counted on by a thread that had read the clock.
    minutes.headMap(stored.toEpochMilli() / MINUTE_MS - 1).clear();
  }

  /** Forgets the oldest of what can't be stored. */
  public void bound() {
    while (minutes.size() > MOST_WAITING) {
      minutes.pollFirstEntry();
    }
  }
}

package dev.accepted.engine;

import dev.accepted.events.JobEvents;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent;
import dev.accepted.job.Progress;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobStore;
import dev.accepted.store.ProgressUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes progress known. Whoever asks or waits sees it a few times a second at most; the store
 * follows behind, once a pass, with everything that an attempt has said since merged into one
 * update.
 */
final class ProgressRecorder {

  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final RunningAttempts running;
  private final LiveJobs live;
  private final JobEvents events;
  private final GroupCommit writer;
  private final Clock clock;

  ProgressRecorder(
      RunningAttempts running, LiveJobs live, JobEvents events, GroupCommit writer, Clock clock) {
    this.running = running;
    this.live = live;
    this.events = events;
    this.writer = writer;
    this.clock = clock;
  }

  /** An attempt has said how far it is; shown at once, unless it spoke a moment ago. */
  void said(Job running, Progress progress) {
    Instant now = clock.instant();
    show(running, progress, now, now.minus(BETWEEN));
  }

  /** The body has ended: its last word is shown, however soon it came after the one before. */
  Job last(Attempt attempt) {
    Instant now = clock.instant();
    Job latest = attempt.latest(now);
    show(attempt.job(), latest.state().progress(), now, null);
    return latest;
  }

  private void show(Job running, Progress progress, Instant now, @Nullable Instant unlessAfter) {
    Optional<Job> before = live.progressed(running, job -> job);
    boolean due =
        before.isPresent()
            && !before.get().state().progress().equals(progress)
            && (unlessAfter == null
                || before.get().state().progress().equals(Progress.NONE)
                || before.get().state().updatedAt().isBefore(unlessAfter));
    if (due) {
      live.progressed(running, job -> job.progressed(progress, now))
          .ifPresent(after -> events.publish(new JobEvent(JobEvent.Kind.PROGRESS, after)));
    }
  }

  /**
   * Shows and stores what was said since the last pass. Done when the store has it, or part of it
   * couldn't be stored.
   */
  CompletableFuture<Void> runOnce() {
    Instant now = clock.instant();
    List<ProgressUpdate> updates =
        running.all().stream().flatMap(attempt -> attempt.takeUpdate(now).stream()).toList();
    updates.forEach(update -> show(update.job(), update.job().state().progress(), now, null));
    return CompletableFuture.allOf(
        updates.stream().map(this::store).toArray(CompletableFuture<?>[]::new));
  }

  /** Each by itself, so that one that is refused spoils no other; one commit they are anyway. */
  private CompletableFuture<Boolean> store(ProgressUpdate update) {
    return writer.write(
        session -> {
          JobStore.progress(session, update);
          return true;
        });
  }
}

package dev.accepted.engine;

import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.store.GroupCommit;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of jobs because time passes: they are due, late, lost by a server that is no more,
 * old. Each pass is short, and one that is still at work is not begun a second time.
 */
final class Upkeep {

  private final Core core;
  private final ProgressRecorder recorder;
  private final Rescuer rescuer;
  private final DueJobs dueJobs;
  private final LateJobs lateJobs;
  private final HeldJobs heldJobs;
  private final Scheduler scheduler;
  private final Expirer expirer;
  private final Chronicler chronicler;
  private final Sweeper sweeper;
  private final ActivityRecorder activity;

  /**
   * The passes.
   *
   * @param recorder of the progress that worker's attempts tell
   */
  Upkeep(
      Core core,
      Dispatcher dispatcher,
      Worker worker,
      ProgressRecorder recorder,
      Submissions submissions,
      ActivityCounts counts) {
    GroupCommit writer = core.writer();
    Clock clock = core.clock();
    this.core = core;
    this.recorder = recorder;
    this.rescuer =
        new Rescuer(writer, core.transitions(), clock, core.types(), core.settings().lease());
    this.dueJobs = new DueJobs(writer, core.transitions(), dispatcher, clock);
    this.lateJobs = new LateJobs(core.running(), worker, clock);
    this.heldJobs = new HeldJobs(core);
    this.scheduler = new Scheduler(core, submissions);
    this.expirer = new Expirer(core);
    this.chronicler = new Chronicler(core);
    this.sweeper = new Sweeper(core);
    this.activity = new ActivityRecorder(core, counts);
  }

  /** Takes over all that an earlier process left running; tells how many. */
  int rescueAll() {
    return rescuer.runAll();
  }

  /** Stops what is late. */
  void stopLate() {
    lateJobs.runOnce();
  }

  /** Stores progress, wakes and submits what is due, takes over what is lost. */
  CompletableFuture<Void> everySecond() {
    return CompletableFuture.allOf(
        recorder.runOnce(), dueJobs.runOnce(), scheduler.runOnce(), heldJobs.runOnce(), rescue());
  }

  /** A store that nobody shares has nothing to rescue once it has started. */
  private CompletableFuture<Integer> rescue() {
    return core.database().isShared() ? rescuer.runOnce() : CompletableFuture.completedFuture(0);
  }

  /** Expires what is old, and stores what was counted; tells how many jobs have expired. */
  CompletableFuture<Integer> everyTenSeconds() {
    return CompletableFuture.allOf(chronicler.runOnce(), activity.runOnce())
        .thenCombine(expirer.runOnce(), (done, expired) -> expired);
  }

  /** Drops content that no job claims; returns how much. */
  int everyHour() throws IOException {
    return sweeper.runOnce();
  }
}

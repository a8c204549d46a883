package dev.accepted.engine;

import dev.accepted.content.ContentUnavailable;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.logging.LoggedFailure;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.engine.threads.AbandonedThreads;
import dev.accepted.engine.threads.EvenWhileStopping;
import dev.accepted.engine.threads.WorkerPool;
import dev.accepted.job.Job;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.store.ClaimedJob;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs claimed jobs, each from start to finish. */
final class Worker implements WorkerPool {

  private static final Logger LOG = System.getLogger(Worker.class.getName());
  private static final String INTERNAL_ERROR = "internal-error";
  private static final int MOST_CAUSES = 10;

  private final Core core;
  private final ProgressRecorder recorder;
  private final Finisher finisher;
  private final AbandonedThreads abandoned = new AbandonedThreads();

  Worker(Core core, ProgressRecorder recorder, Finisher finisher) {
    this.core = core;
    this.recorder = recorder;
    this.finisher = finisher;
  }

  @Override
  public void start(ClaimedJob claimed, Runnable ended) {
    Attempt attempt = prepare(claimed, ended);
    try {
      core.executor().execute(() -> run(attempt, claimed.input()));
    } catch (RejectedExecutionException stopping) {
      core.running().remove(attempt);
      core.running().settled(attempt);
      throw stopping;
    }
  }

  /** From here on the attempt can be told to stop. */
  private Attempt prepare(ClaimedJob claimed, Runnable slot) {
    Job job = claimed.job();
    Attempt attempt =
        new Attempt(
            claimed,
            core.clock(),
            new Outputs(core.contents(), job, core.settings().limits().resultBytes()),
            new StopSignal(core.clock(), core.executor()),
            recorder,
            slot);
    core.running().add(attempt);
    return attempt;
  }

  private void run(Attempt attempt, String input) {
    Ending ending = bodyOf(attempt, input);
    if (attempt.end()) {
      finish(attempt, ending, attempt.slot())
          .thenAcceptAsync(happened -> clearUp(attempt, happened), clearing(attempt))
          .exceptionally(failure -> couldNotFinish(attempt, failure));
    } else {
      abandoned.returned(attempt);
      LOG.log(
          Level.INFO, Logfmt.about(attempt.job(), "its abandoned thread has come back").toString());
      clearUp(attempt, false);
    }
  }

  private CompletableFuture<Boolean> finish(Attempt attempt, Ending ending, Runnable slot) {
    core.running().remove(attempt);
    var lines = attempt.logLines().take(core.clock().instant());
    return finisher
        .finish(recorder.last(attempt), ending, lines, slot)
        .whenComplete((happened, failure) -> core.running().settled(attempt));
  }

  private static @Nullable Void couldNotFinish(Attempt attempt, Throwable failure) {
    LOG.log(
        Level.ERROR, Logfmt.about(attempt.job(), "it could not be finished").toString(), failure);
    return null;
  }

  /**
   * Waits no longer for code that does not heed that it is to stop: the job ends, the thread is
   * left to itself.
   */
  void abandon(Attempt attempt, StopReason reason) {
    if (attempt.end()) {
      Runnable slot = abandoned.add(attempt, attempt.slot());
      LOG.log(
          Level.WARNING,
          Logfmt.about(attempt.job(), "it does not stop; its thread is abandoned")
              .with("abandoned", Integer.toString(abandoned.count()))
              .toString());
      finish(attempt, stopped(attempt, reason), slot)
          .exceptionally(
              failure -> {
                couldNotFinish(attempt, failure);
                return false;
              });
    }
  }

  /** How many threads are in job code that was given up. */
  int abandonedThreads() {
    return abandoned.count();
  }

  /**
   * The disk is not for the store's writer, except where a server that stops takes no more tasks;
   * most attempts never touch it.
   */
  private Executor clearing(Attempt attempt) {
    return task -> {
      boolean slow = attempt.outputs().isOnDisk() || attempt.stopping();
      Executor executor = slow ? new EvenWhileStopping(core.executor()) : Runnable::run;
      executor.execute(task);
    };
  }

  private Ending bodyOf(Attempt attempt, String input) {
    Optional<RegisteredType> type = core.types().named(attempt.job().type());
    if (type.isEmpty()) {
      return failed(attempt, "unknown-type", "This server no longer has this job type.");
    }
    try {
      attempt.stopSignal().enter();
      attempt.fetchInput();
      call(type.get().type(), attempt, input);
      attempt.stopSignal().leave();
      return Ending.succeeded(attempt.outputs().keep(), core.clock().instant());
    } catch (Throwable failure) {
      attempt.stopSignal().leave();
      return attempt
          .stopSignal()
          .reason()
          .map(reason -> stopped(attempt, reason))
          .orElseGet(() -> failed(attempt, type.get(), failure));
    }
  }

  private <P> void call(JobType<P> type, Attempt attempt, String input) throws Exception {
    type.run(core.inputs().read(type, input), attempt);
  }

  private Ending stopped(Attempt attempt, StopReason reason) {
    return switch (reason) {
      case CANCELED, REMOVED -> Ending.canceled(core.clock().instant());
      case SHUTDOWN, LOST -> Ending.released(core.clock().instant());
      case TIMEOUT ->
          failed(
              attempt,
              AttemptOutcome.TIMEOUT_CODE,
              "The attempt took longer than " + attempt.job().options().timeout() + ".");
    };
  }

  private Ending failed(Attempt attempt, RegisteredType type, Throwable failure) {
    if (failure instanceof JobFailure known) {
      return Ending.failed(
          attempt.job(),
          known,
          type.definition().limits().retryPolicy(),
          ThreadLocalRandom.current().nextDouble(),
          core.clock().instant());
    }
    Optional<BoundedOutput.TooLong> tooLong = tooLong(failure);
    if (tooLong.isPresent()) {
      return failed(
          attempt,
          type,
          new PermanentFailure("result-too-large", String.valueOf(tooLong.get().getMessage())));
    }
    if (failure instanceof ContentUnavailable) {
      LOG.log(Level.WARNING, "Content of job " + attempt.id() + " is not to be had", failure);
      return failed(attempt, "content-unavailable", "The store of inputs and results is down.");
    }
    LOG.log(
        Level.ERROR,
        Logfmt.about(attempt.job(), "it failed unexpectedly").toString(),
        LoggedFailure.of(failure));
    return failed(attempt, INTERNAL_ERROR, "Something unexpected went wrong on the server.");
  }

  /** What writes a document may wrap what its stream throws. */
  private static Optional<BoundedOutput.TooLong> tooLong(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(BoundedOutput.TooLong.class::isInstance)
        .map(BoundedOutput.TooLong.class::cast)
        .findFirst();
  }

  private Ending failed(Attempt attempt, String code, String message) {
    var policy =
        core.types()
            .named(attempt.job().type())
            .map(type -> type.definition().limits().retryPolicy())
            .orElse(dev.accepted.job.RetryPolicy.STANDARD);
    var delay = policy.delayAfter(attempt.attempt(), ThreadLocalRandom.current().nextDouble());
    return Ending.failed(attempt.job(), code, message, delay, core.clock().instant());
  }

  private void clearUp(Attempt attempt, boolean happened) {
    try {
      attempt.outputs().close();
      if (!happened && attempt.stopSignal().reason().equals(Optional.of(StopReason.REMOVED))) {
        core.contents().remove(attempt.id());
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, Logfmt.about(attempt.job(), "clearing up after it failed").toString(), e);
    }
  }
}

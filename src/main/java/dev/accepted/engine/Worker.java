package dev.accepted.engine;

import dev.accepted.content.ContentUnavailable;
import dev.accepted.job.Job;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobType;
import dev.accepted.store.ClaimedJob;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/** Runs claimed jobs, each from start to finish. */
final class Worker implements WorkerPool {

  private static final Logger LOG = System.getLogger(Worker.class.getName());
  private static final String INTERNAL_ERROR = "internal-error";

  private final Core core;
  private final ProgressRecorder recorder;
  private final Finisher finisher;

  Worker(Core core, ProgressRecorder recorder, Finisher finisher) {
    this.core = core;
    this.recorder = recorder;
    this.finisher = finisher;
  }

  @Override
  public void start(ClaimedJob claimed, Runnable ended) {
    Attempt attempt = prepare(claimed);
    try {
      core.executor().execute(() -> run(attempt, claimed.input(), ended));
    } catch (RejectedExecutionException stopping) {
      core.running().remove(attempt);
      core.running().settled();
      throw stopping;
    }
  }

  /** From here on the attempt can be told to stop. */
  private Attempt prepare(ClaimedJob claimed) {
    Job job = claimed.job();
    Attempt attempt =
        new Attempt(
            claimed,
            core.clock(),
            new Outputs(core.contents(), job),
            new StopSignal(core.clock(), core.executor()),
            recorder);
    core.running().add(attempt);
    return attempt;
  }

  private void run(Attempt attempt, String input, Runnable ended) {
    Ending ending = bodyOf(attempt, input);
    core.running().remove(attempt);
    var lines = attempt.logLines().take(core.clock().instant());
    finisher
        .finish(recorder.last(attempt), ending, lines, ended)
        .whenComplete((happened, failure) -> core.running().settled())
        .thenAcceptAsync(happened -> clearUp(attempt, happened), clearing(attempt))
        .exceptionally(
            failure -> {
              LOG.log(Level.ERROR, "Job " + attempt.id() + " could not be finished", failure);
              return null;
            });
  }

  /**
   * The disk is not for the store's writer, except where a server that stops takes no more tasks;
   * most attempts never touch it.
   */
  private Executor clearing(Attempt attempt) {
    return task -> {
      if (attempt.outputs().isOnDisk() || attempt.stopping()) {
        try {
          core.executor().execute(task);
          return;
        } catch (RejectedExecutionException stopping) {
          LOG.log(Level.DEBUG, "Cleared up by the store's writer: {0}", attempt.id());
        }
      }
      task.run();
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
      case SHUTDOWN -> Ending.released(core.clock().instant());
      case TIMEOUT ->
          failed(
              attempt,
              "timeout",
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
    if (failure instanceof ContentUnavailable) {
      LOG.log(Level.WARNING, "Content of job " + attempt.id() + " is not to be had", failure);
      return failed(attempt, "content-unavailable", "The store of inputs and results is down.");
    }
    LOG.log(
        Level.ERROR,
        "Job %s (%s), attempt %d failed unexpectedly"
            .formatted(attempt.id(), type.name(), attempt.attempt()),
        failure);
    return failed(attempt, INTERNAL_ERROR, "Something unexpected went wrong on the server.");
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
      LOG.log(Level.WARNING, "Clearing up after job " + attempt.id() + " failed", e);
    }
  }
}

package dev.accepted.types.simulations;

import dev.accepted.job.JobContext;
import java.time.Duration;
import java.time.Instant;

/** One attempt at a script: waits step by step, telling of each. */
final class Performance {

  /** More lines than that say nothing more. */
  private static final int MAX_LOG_LINES = 100;

  private final Script script;
  private final JobContext context;
  private final Instant begin;
  private final int firstStep;

  /** Goes on at the step at which an attempt before was cut off. */
  Performance(Script script, JobContext context) {
    this.script = script;
    this.context = context;
    firstStep = context.checkpoint().map(Integer::parseInt).orElse(0);
    begin = context.clock().instant().minus(script.endOf(firstStep));
  }

  /** Waits until the attempt's end. */
  void play() throws InterruptedException {
    Duration end = script.end(context.attempt());
    context.log(
        "Acting out %s in %d steps, from step %d"
            .formatted(script.duration(), script.steps(), firstStep));
    int step = firstStep;
    tell(step);
    while (step < script.steps() && script.endOf(step + 1).compareTo(end) <= 0) {
      step++;
      waitUntil(script.endOf(step));
      tell(step);
      remember(step);
    }
    waitUntil(end);
  }

  private void waitUntil(Duration sinceBegin) throws InterruptedException {
    Duration left = Duration.between(context.clock().instant(), begin.plus(sinceBegin));
    if (left.compareTo(Duration.ZERO) > 0) {
      context.pause(left);
    }
  }

  private void tell(int step) {
    context.progress(step, script.steps(), "steps", script.message());
  }

  private void remember(int step) {
    int every = 1 + (script.steps() - 1) / MAX_LOG_LINES;
    if (step % every == 0) {
      context.log("Step %d of %d".formatted(step, script.steps()));
    }
    context.checkpoint(Integer.toString(step));
  }
}

package dev.accepted.types.inspections;

import dev.accepted.job.JobContext;
import dev.accepted.types.inspections.course.Run;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Redaction;
import java.time.Clock;
import java.time.Duration;

/** An attempt of a job as the run of an inspection. One that is to stop leaves nothing to tell. */
record JobRun(JobContext context, Redaction redaction) implements Run {

  @Override
  public Clock clock() {
    return context.clock();
  }

  @Override
  public String name() {
    return context.id() + "-" + context.attempt();
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.accepted.job.JobStopped if it may not
   */
  @Override
  public boolean mayGoOn() {
    context.checkStopping();
    return true;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    context.pause(duration);
  }

  @Override
  public void begins(int before, Purpose purpose) {
    context.progress(before, 0, "requests", purpose.words());
  }

  @Override
  public void made(Exchange made) {
    String came = made.answer() == null ? made.failure() : String.valueOf(made.status());
    context.log(
        "%d %s: %s %s: %s after %d ms"
            .formatted(
                made.index(),
                made.purpose().words(),
                made.call().method(),
                redaction.text(made.call().url().toString()),
                came,
                made.took().toMillis()));
  }

  @Override
  public void cutShort(String why) {
    context.log("The inspection ends here: " + why);
  }
}

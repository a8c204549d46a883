package dev.accepted.command;

import dev.accepted.types.inspections.course.Run;
import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One call of the command as the run of an inspection. May be stopped from any thread. */
final class CommandRun implements Run {

  private final Clock clock;
  private final Narrator narrator;
  private final String name = UUID.randomUUID().toString();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param narrator is told what happens
   */
  CommandRun(Clock clock, Narrator narrator) {
    this.clock = clock;
    this.narrator = narrator;
  }

  /** Ends it before its time; what was seen is told. */
  void stop() {
    stopped.countDown();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean mayGoOn() {
    return stopped.getCount() > 0;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void begins(int before, Purpose purpose) {
    narrator.begins(purpose);
  }

  @Override
  public void made(Exchange exchange) {
    narrator.made(exchange);
  }

  @Override
  public void cutShort(String reason) {
    narrator.cutShort(reason);
  }
}

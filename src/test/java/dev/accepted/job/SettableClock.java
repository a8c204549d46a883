package dev.accepted.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

  /** Where it stands at first. */
  public static final Instant START = Instant.parse("2026-11-21T20:41:07.123Z");

  private volatile Instant now = START;

  /** Moves it to that moment. */
  public void set(Instant moment) {
    now = moment;
  }

  /** Moves it on by that much. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

package dev.accepted.http.body;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A long body that a thread waits for, as long as it comes. Each of its parts has the time that a
 * short body has.
 */
final class PacedInput extends ServletInputStream implements BodyToCome.Reading {

  private final ServletInputStream body;
  private final Clock clock;
  private final Duration time;

  /** In bytes; below zero if that isn't known. */
  private long left;

  private Instant partSince;
  private int part;
  private boolean done;

  /**
   * Nothing of it has been read.
   *
   * @param length of the body, in bytes; below zero if that isn't known
   * @param time for each {@link BodyFilter#SHORT} bytes
   */
  PacedInput(ServletInputStream body, long length, Clock clock, Duration time) {
    this.body = body;
    this.left = length;
    this.clock = clock;
    this.time = time;
    this.partSince = clock.instant();
  }

  /** What is answered to who sends more slowly than that. */
  static Problem tooSlow(Duration time) {
    return Problem.of(
            ProblemType.BODY_TOO_SLOW,
            "%d seconds are given for each %d bytes of a body."
                .formatted(time.toSeconds(), BodyFilter.SHORT))
        .with("seconds", time.toSeconds())
        .header("Connection", "close");
  }

  @Override
  public boolean isDone() {
    return done;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * As a stream does.
   *
   * @throws Problem 408 if it comes too slowly
   */
  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int read = body.read(buffer, offset, count);
    if (left >= 0) {
      left -= Math.max(read, 0);
    }
    done = read < 0 || left == 0;
    if (!done) {
      keepPace(read);
    }
    return read;
  }

  private void keepPace(int read) {
    part += read;
    Instant now = clock.instant();
    if (part >= BodyFilter.SHORT) {
      part = 0;
      partSince = now;
    } else if (Duration.between(partSince, now).compareTo(time) > 0) {
      throw tooSlow(time);
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}

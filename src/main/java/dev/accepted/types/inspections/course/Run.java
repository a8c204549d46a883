package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import java.time.Clock;
import java.time.Duration;

/**
 * What an inspection is a run of, an attempt of a job or a command: it gives the time, may end it,
 * and is told what happens.
 */
public interface Run {

  /** The only clock that the inspection reads. */
  Clock clock();

  /**
   * What no other run is called, in letters, digits and hyphens; the Idempotency-Keys are made of
   * it.
   */
  String name();

  /**
   * Whether the inspection may go on. If not, it ends, and what was seen until then is told. A run
   * of which nothing is to be told throws instead.
   */
  boolean mayGoOn();

  /** Waits; for a shorter time if the inspection may not go on. */
  void pause(Duration duration) throws InterruptedException;

  /**
   * A request is about to be made.
   *
   * @param before how many were made before it
   */
  void begins(int before, Purpose purpose);

  /** A request was made, and that came of it. Nothing of it is redacted. */
  void made(Exchange exchange);

  /**
   * The inspection ends before it has seen all.
   *
   * @param why for people
   */
  void cutShort(String why);
}

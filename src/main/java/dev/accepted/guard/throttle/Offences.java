package dev.accepted.guard.throttle;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What one visitor has done. Times are in milliseconds. */
final class Offences {

  private final String id;
  private final LongAdder requests = new LongAdder();
  private int offences;
  private int blocks;
  private long since;
  private long last;

  /** Read by every request of it. */
  private volatile long blockedUntil;

  /**
   * None so far.
   *
   * @param id names it in URLs
   */
  Offences(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** For how long it is not listened to from now on; 0 or less if it is. */
  long blockedFor(long now) {
    return blockedUntil - now;
  }

  void askedMeanwhile() {
    requests.increment();
  }

  /** One more offence; returns whether that was one too many. */
  synchronized boolean add(long now, BlockRule rule) {
    if (now - last > rule.forgiven().toMillis()) {
      blocks = 0;
    }
    if (now - since > rule.policy().window().toMillis()) {
      since = now;
      offences = 0;
    }
    last = now;
    offences++;
    if (offences < rule.policy().quota() || blockedUntil > now) {
      return false;
    }
    long millis = rule.block(blocks);
    blocks++;
    offences = 0;
    last = now + millis;
    blockedUntil = last;
    return true;
  }

  synchronized Offender seen(Visitor visitor) {
    return new Offender(
        id, visitor, offences, blocks, Instant.ofEpochMilli(blockedUntil), requests.sum());
  }
}

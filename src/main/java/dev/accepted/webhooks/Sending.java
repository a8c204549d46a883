package dev.accepted.webhooks;

import dev.accepted.store.Delivery;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A delivery that is being sent here. */
final class Sending {

  /** The thread that sends it, and the store that is told what came of it. */
  private static final int PARTIES = 2;

  private final Delivery delivery;
  private final Instant deadline;
  private final AtomicInteger busy = new AtomicInteger(PARTIES);
  private volatile @Nullable Runnable breakOff;
  private volatile boolean broken;

  Sending(Delivery delivery, Instant deadline) {
    this.delivery = delivery;
    this.deadline = deadline;
  }

  Delivery delivery() {
    return delivery;
  }

  /** From now on it can be broken off; at once, if that was wanted before. */
  void goesBy(Receivers.Call call) {
    breakOff = call.breakOff();
    if (broken) {
      call.breakOff().run();
    }
  }

  /** Breaks it off if its time is over. */
  void check(Instant now) {
    if (now.isAfter(deadline)) {
      breakOff();
    }
  }

  /** Ends it, as soon as it has begun. */
  void breakOff() {
    broken = true;
    Runnable how = breakOff;
    if (how != null) {
      how.run();
    }
  }

  /** One of those who are busy with it has done; true if that was the last. */
  boolean leave() {
    return busy.decrementAndGet() == 0;
  }
}

package dev.accepted.faults;

import java.io.IOException;

/** One way to break things. */
interface Fault {

  /** What to call it with {@code -Dfaults.only}. */
  String name();

  /** Where it is tried. */
  Ground ground();

  /** What is looked at before the load begins. */
  default void prepare(Trial trial) throws IOException, InterruptedException {
    // Most need nothing.
  }

  /** Breaks things until the trial's time is up, and has them whole again at the end. */
  void inject(Trial trial) throws IOException, InterruptedException;

  /** Whether a client may see its connection end in the midst of a request. */
  default boolean breaksConnections() {
    return true;
  }
}

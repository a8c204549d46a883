package dev.accepted.job;

import java.util.ArrayList;
import java.util.List;

/** The word to stop, given once, and what is to happen then. */
final class StopSignal {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean given;

  synchronized boolean given() {
    return given;
  }

  synchronized void give() {
    if (!given) {
      given = true;
      actions.forEach(StopSignal::start);
    }
  }

  synchronized void whenGiven(Runnable action) {
    if (given) {
      start(action);
    } else {
      actions.add(action);
    }
  }

  private static void start(Runnable action) {
    Thread thread = new Thread(action, "on-stop");
    thread.setDaemon(true);
    thread.start();
  }
}

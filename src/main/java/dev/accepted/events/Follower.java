package dev.accepted.events;

/** Takes events from a cursor when it can. */
@FunctionalInterface
public interface Follower {

  /**
   * There may be something to take, or this server stops. Called on a thread that may read from the
   * store, and on one at a time; again after each {@link EventCursor#wake}.
   */
  void proceed(EventCursor cursor);
}

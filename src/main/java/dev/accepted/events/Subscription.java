package dev.accepted.events;

/** Somebody who listens, until it is closed; closing again does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}

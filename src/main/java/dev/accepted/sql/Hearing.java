package dev.accepted.sql;

/**
 * Somebody who hears what other servers announce, until it is closed; closing again does nothing.
 */
@FunctionalInterface
public interface Hearing extends AutoCloseable {

  /** Nothing is heard any more when this returns. */
  @Override
  void close();
}

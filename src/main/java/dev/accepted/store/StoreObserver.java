package dev.accepted.store;

/**
 * Is told what the store does, so that somebody can count it. Called by the store's writer and by
 * requests: must be quick, and must not throw. Does nothing unless it is implemented.
 */
public interface StoreObserver {

  /** What may go wrong. */
  enum Fault {
    /** The store could not be read now. */
    READ,
    /** A write could not be stored now. */
    WRITE,
    /** The store won't have a write, now or later. */
    REFUSED
  }

  /**
   * A transaction has been committed.
   *
   * @param writes how many writes it held
   * @param nanos how long it took, from its first statement to the end of its commit
   */
  default void committed(int writes, long nanos) {}

  /** The store failed. */
  default void failed(Fault fault) {}
}

package dev.accepted.store;

/**
 * The store can't take this now: it is out of order, closing, or more is waiting than it will hold.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.accepted.store;

/**
 * The store is in order, but will not have this: a value doesn't fit, or a constraint would be
 * violated. Writing the same again would not help.
 */
public final class StoreRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreRefused(Throwable cause) {
    super("the store refused a write", cause);
  }
}

package dev.accepted.datasets;

/**
 * The query names a column that isn't there, or a value that doesn't fit; the message is for
 * people.
 */
public final class InvalidQuery extends Exception {

  private static final long serialVersionUID = 1L;

  public InvalidQuery(String message) {
    super(message);
  }
}

package dev.accepted.datasets;

/** A paging cursor that was not handed out by {@link Datasets#rows}; the message is for people. */
public final class InvalidCursor extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidCursor() {
    super("not a cursor that a page of rows has handed out");
  }
}

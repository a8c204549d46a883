package dev.accepted.datasets;

/** Rows can't be appended to a dataset whose columns are others; the message is for people. */
public final class ColumnsDiffer extends Exception {

  private static final long serialVersionUID = 1L;

  public ColumnsDiffer(String message) {
    super(message);
  }
}

package dev.accepted.datasets;

/** A dataset can't take the rows of a load; the message is for people. */
public abstract sealed class LoadRefused extends Exception permits ColumnsDiffer, NotItsOwner {

  private static final long serialVersionUID = 1L;

  LoadRefused(String message) {
    super(message);
  }

  /** The reason in a word or two, with hyphens. */
  public abstract String code();
}

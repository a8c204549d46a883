package dev.accepted.datasets;

/** There is no dataset of that name. */
public final class NoSuchDataset extends Exception {

  private static final long serialVersionUID = 1L;

  public NoSuchDataset(String name) {
    super("there is no dataset named " + name);
  }
}

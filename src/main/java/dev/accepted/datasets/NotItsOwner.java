package dev.accepted.datasets;

/** Only its owner loads rows into a dataset, though all of its scope may read it. */
public final class NotItsOwner extends LoadRefused {

  private static final long serialVersionUID = 1L;

  NotItsOwner(String name) {
    super("the dataset " + name + " belongs to somebody else");
  }

  @Override
  public String code() {
    return "not-its-owner";
  }
}

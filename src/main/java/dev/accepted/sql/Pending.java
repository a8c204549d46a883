package dev.accepted.sql;

/** What a statement that is sent along with others will have done. */
public final class Pending {

  private static final int UNKNOWN = -1;

  private int changed = UNKNOWN;

  Pending() {}

  /** One that has been carried out. */
  public static Pending done(int changed) {
    Pending done = new Pending();
    done.changed = changed;
    return done;
  }

  void is(int rows) {
    changed = rows;
  }

  /**
   * True if it changed exactly one row.
   *
   * @throws IllegalStateException if it has not been sent yet
   */
  public boolean changedOne() {
    if (changed == UNKNOWN) {
      throw new IllegalStateException("not sent yet");
    }
    return changed == 1;
  }
}

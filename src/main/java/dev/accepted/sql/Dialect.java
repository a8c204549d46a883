package dev.accepted.sql;

/** Where SQL differs between the databases: what is appended to a statement. */
public enum Dialect {
  /**
   * H2, with one writer: nobody else holds a lock. Its own {@code SKIP LOCKED} would lock every row
   * that matches, not those that are picked.
   */
  H2("", "", "", "--"),
  POSTGRESQL(" for update", " for update skip locked", " on conflict do nothing", "where");

  private final String locked;
  private final String skipLocked;
  private final String unlessPresent;
  private final String whereOfIndex;

  Dialect(String locked, String skipLocked, String unlessPresent, String whereOfIndex) {
    this.locked = locked;
    this.skipLocked = skipLocked;
    this.unlessPresent = unlessPresent;
    this.whereOfIndex = whereOfIndex;
  }

  /** Appended to a query: nobody else changes what it finds before this transaction ends. */
  public String locked() {
    return locked;
  }

  /** Appended to a query: locks what it finds, and finds nothing that another has locked. */
  public String skipLocked() {
    return skipLocked;
  }

  /** Appended to an insertion: does nothing where another has been first. */
  public String unlessPresent() {
    return unlessPresent;
  }

  /**
   * What begins the condition of a partial index, or a comment where there are none; the condition
   * ends with its line.
   */
  public String whereOfIndex() {
    return whereOfIndex;
  }
}

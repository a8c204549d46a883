package dev.accepted.sql;

/** Where SQL differs between the databases: what is appended to a statement. */
public enum Dialect {
  /**
   * H2, with one writer: nobody else holds a lock. Its own {@code SKIP LOCKED} would lock every row
   * that matches, not those that are picked.
   */
  H2("", ""),
  POSTGRESQL(" for update skip locked", " on conflict do nothing");

  private final String skipLocked;
  private final String unlessPresent;

  Dialect(String skipLocked, String unlessPresent) {
    this.skipLocked = skipLocked;
    this.unlessPresent = unlessPresent;
  }

  /** Appended to a query: locks what it finds, and finds nothing that another has locked. */
  public String skipLocked() {
    return skipLocked;
  }

  /** Appended to an insertion: does nothing where another has been first. */
  public String unlessPresent() {
    return unlessPresent;
  }
}

package dev.accepted.sql;

/** Where SQL differs between the databases: what is appended to a statement. */
public enum Dialect {
  /**
   * H2, with one writer: nobody else holds a lock. Its own {@code SKIP LOCKED} would lock every row
   * that matches, not those that are picked.
   */
  H2("", "", ""),
  POSTGRESQL(" for update", " for update skip locked", " on conflict do nothing");

  private final String locked;
  private final String skipLocked;
  private final String unlessPresent;

  Dialect(String locked, String skipLocked, String unlessPresent) {
    this.locked = locked;
    this.skipLocked = skipLocked;
    this.unlessPresent = unlessPresent;
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
}

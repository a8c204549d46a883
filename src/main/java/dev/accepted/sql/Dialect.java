package dev.accepted.sql;

/** Where SQL differs between the databases: what is appended to a statement. */
public enum Dialect {
  /**
   * H2, with one writer: nobody else holds a lock. Its own {@code SKIP LOCKED} would lock every row
   * that matches, not those that are picked.
   */
  H2("", "", "", "--", "select next value for %1$s as n from system_range(1, ?)"),
  POSTGRESQL(
      " for update",
      " for update skip locked",
      " on conflict do nothing",
      "where",
      """
      with alone as materialized (select pg_advisory_xact_lock(hashtext('%1$s'), hashtext(current_schema())))
      select nextval('%1$s') as n from alone, generate_series(1, ?)
      """);

  private final String locked;
  private final String skipLocked;
  private final String unlessPresent;
  private final String whereOfIndex;
  private final String numbers;

  Dialect(
      String locked, String skipLocked, String unlessPresent, String whereOfIndex, String numbers) {
    this.locked = locked;
    this.skipLocked = skipLocked;
    this.unlessPresent = unlessPresent;
    this.whereOfIndex = whereOfIndex;
    this.numbers = numbers;
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

  /**
   * Where an index is to be entered for what comes after a text, to be bound with {@code >=} beside
   * the {@code >} that says so. H2 begins at a bound that is not meant itself, too, and would read
   * all rows that have it; PostgreSQL goes past them, and has no text with the character U+0000.
   */
  public String entryAfter(String text) {
    return this == H2 ? text + '\0' : text;
  }

  /**
   * A query for the next numbers of a sequence, as many as its parameter says; whoever takes some
   * is alone in doing so until its transaction has ended, so that numbers grow in the order of the
   * commits.
   */
  public String numbers(String sequence) {
    return numbers.formatted(sequence);
  }
}

package dev.accepted.datasets;

/** What becomes of the rows that a dataset already has. */
public enum LoadMode {
  /**
   * The new rows take the place of the old; readers see the old ones until the load is complete.
   */
  REPLACE,
  /** The new rows come after the old, all at once when the load is complete. */
  APPEND
}

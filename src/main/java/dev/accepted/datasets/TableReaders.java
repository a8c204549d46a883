package dev.accepted.datasets;

import java.util.Optional;

/**
 * Who reads which table. Rows are read bit by bit, so that no transaction lasts as long as its
 * reader takes; a table that is no longer wanted therefore has to be kept from being dropped until
 * its last reader has gone.
 */
interface TableReaders {

  /** Looks a dataset up and enters as a reader of its table: it is not dropped in between. */
  Optional<Reading> enter(DatasetKey dataset);

  /**
   * Drops a table now, or some time after its last reader has gone; nobody can look it up any more.
   */
  void retire(long table);
}

package dev.accepted.datasets;

import dev.accepted.sql.SqlWork;

/** A dataset while somebody reads it: its table stays until this is closed. Used by one thread. */
interface Reading extends AutoCloseable {

  /** As it was found. */
  StoredDataset dataset();

  /** Reads outside a transaction. */
  <T> T read(SqlWork<T> work);

  /** Done again, it does nothing. */
  @Override
  void close();
}

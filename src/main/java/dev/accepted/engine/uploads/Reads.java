package dev.accepted.engine.uploads;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.sql.SqlWork;

/** Reads the store for somebody who asks. */
@FunctionalInterface
public interface Reads {

  /**
   * Does it, outside a transaction.
   *
   * @throws Refusal.StoreDown if the store can't be read now
   */
  <T> T read(SqlWork<T> work);
}

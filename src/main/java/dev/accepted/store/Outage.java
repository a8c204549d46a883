package dev.accepted.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** Tells the log when the store goes out of order and when it is back, and no more in between. */
final class Outage {

  private static final Logger LOG = System.getLogger(Outage.class.getName());

  private long failures;

  /** A transaction has failed. */
  void goesOn(SQLException failure) {
    if (failures == 0) {
      LOG.log(
          Level.WARNING,
          "The store can't be written; what comes meanwhile is turned away",
          failure);
    }
    failures++;
  }

  /** A transaction has been committed. */
  void over() {
    if (failures > 0) {
      LOG.log(Level.INFO, "The store is written again; {0} transactions had failed", failures);
      failures = 0;
    }
  }
}

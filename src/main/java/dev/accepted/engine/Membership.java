package dev.accepted.engine;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.Nodes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** This server's place among those that share the store. */
final class Membership {

  private static final Logger LOG = System.getLogger(Membership.class.getName());

  private final Database database;
  private final String name;
  private final Duration lease;
  private final Clock clock;
  private boolean renewing = true;
  private volatile Instant renewedAt;

  Membership(Database database, String name, Duration lease, Clock clock) {
    this.database = database;
    this.name = name;
    this.lease = lease;
    this.clock = clock;
    this.renewedAt = clock.instant();
  }

  /** From now on, what this server starts is its own. */
  void join() {
    database.transaction(
        session -> {
          if (database.isShared()) {
            Nodes.register(session, name, lease);
          } else {
            Nodes.registerAlone(session, name, clock.instant());
          }
          return true;
        });
  }

  /**
   * Renews the lease. If others have taken this server for dead, it joins anew; what it lost
   * meanwhile is found by {@link HeldJobs}.
   *
   * @return false if the lease could not be renewed
   */
  synchronized boolean renew() {
    if (!database.isShared()) {
      return true;
    }
    try {
      if (!database.transaction(session -> Nodes.renew(session, lease))) {
        LOG.log(Level.WARNING, "Others took this server for dead; what it ran may run elsewhere");
        join();
      }
      renewing = true;
      renewedAt = clock.instant();
    } catch (DatabaseException down) {
      if (renewing) {
        LOG.log(
            Level.WARNING,
            "The lease of this server can't be renewed until the database is back",
            down);
      }
      renewing = false;
    }
    return renewing;
  }

  /** How long ago the lease was renewed; zero where there is nobody to renew it for. */
  Duration age() {
    return database.isShared() ? Duration.between(renewedAt, clock.instant()) : Duration.ZERO;
  }

  /** Nothing is this server's any more. */
  void leave() {
    try {
      database.transaction(
          session -> {
            Nodes.leave(session);
            return true;
          });
    } catch (DatabaseException down) {
      LOG.log(
          Level.WARNING, "The others will notice by this server's lease that it has gone", down);
    }
  }
}

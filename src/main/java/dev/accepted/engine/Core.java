package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.content.ContentStore;
import dev.accepted.engine.intake.Inputs;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.quota.Quotas;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.events.JobEvents;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.StoreObserver.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the parts of the engine share.
 *
 * @param executor for what must not hold up the store's writer
 * @param replies the same for what is short and often comes in crowds
 * @param database for reading; {@code writer} changes it
 */
record Core(
    Settings settings,
    Clock clock,
    Executor executor,
    Executor replies,
    Database database,
    GroupCommit writer,
    ContentStore contents,
    JobTypes types,
    Inputs inputs,
    LiveJobs live,
    Transitions transitions,
    RunningAttempts running,
    Backlog backlog,
    JobEvents events,
    EngineObserver observer,
    Quotas quotas) {

  private static final Logger LOG = System.getLogger(Core.class.getName());

  /** What turns the jobs that wait have been given, by whatever server. */
  void loadTurns() {
    database.read(
        session -> {
          writer.turns().load(session);
          return true;
        });
  }

  /** Forgets turns that are over, and that only other servers gave. */
  void forgetTurns() {
    database.read(
        session -> {
          writer.turns().lookThrough(session);
          return true;
        });
  }

  /**
   * Reads for somebody who asks.
   *
   * @throws Refusal.StoreDown if the store can't be read now
   */
  <T> T read(SqlWork<T> work) {
    try {
      return database.read(work);
    } catch (DatabaseException down) {
      LOG.log(
          down.isUnreachable() ? Level.DEBUG : Level.WARNING, "The store could not be read", down);
      observer.failed(Fault.READ);
      throw new Refusal.StoreDown();
    }
  }
}

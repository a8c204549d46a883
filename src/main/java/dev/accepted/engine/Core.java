package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.content.ContentStore;
import dev.accepted.events.JobEvents;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.GroupCommit;
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
    JobEvents events) {

  private static final Logger LOG = System.getLogger(Core.class.getName());

  /**
   * Reads for a caller who waits.
   *
   * @throws Refusal.StoreDown if the store doesn't answer
   */
  <T> T read(SqlWork<T> work) {
    try {
      return database.read(work);
    } catch (DatabaseException down) {
      LOG.log(Level.WARNING, "The store could not be read", down);
      throw new Refusal.StoreDown();
    }
  }
}

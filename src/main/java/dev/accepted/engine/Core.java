package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.content.ContentStore;
import dev.accepted.content.ContentStores;
import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.engine.intake.Inputs;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.quota.Quotas;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.uploads.Reads;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.events.JobEvents;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobList;
import dev.accepted.store.StoreObserver.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
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
    Quotas quotas,
    Uploads uploads,
    JobList list) {

  /**
   * With what else a request takes, a page of a list is there within 200 ms, whatever is asked for:
   * to who waits that is at once.
   */
  private static final Duration LISTING = Duration.ofMillis(120);

  private static final Logger LOG = System.getLogger(Core.class.getName());

  /**
   * Puts it together.
   *
   * @param replies runs what is short and often comes in crowds
   * @param counts what was done, as it is shown
   * @throws IOException if the content folder can't be used
   */
  static Core of(
      Environment environment,
      Executor replies,
      Outlets outlets,
      JobTypes types,
      ActivityCounts counts)
      throws IOException {
    Settings settings = environment.settings();
    Database database = environment.database();
    EngineObserver observer = environment.observer();
    LiveJobs live = new LiveJobs();
    Backlog backlog = Backlog.counted(settings.queueLimit(), database);
    Quotas quotas = new Quotas(settings.quotas(), environment.clock());
    ContentStore contents =
        ContentStores.open(settings, UUID.randomUUID().toString(), !database.isShared());
    return new Core(
        settings,
        environment.clock(),
        environment.executor(),
        replies,
        database,
        outlets.writer(),
        contents,
        types,
        new Inputs(types),
        live,
        new Transitions(live, outlets.events(), backlog, observer, counts),
        new RunningAttempts(),
        backlog,
        outlets.events(),
        observer,
        quotas,
        new Uploads(
            new Uploads.Parts(
                settings,
                environment.clock(),
                database,
                outlets.writer(),
                contents,
                quotas,
                new Reading(database, observer))),
        new JobList(environment.clock(), LISTING));
  }

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
    return new Reading(database, observer).read(work);
  }

  /** The same for parts of the engine that don't know the whole of it. */
  private record Reading(Database database, EngineObserver observer) implements Reads {

    @Override
    public <T> T read(SqlWork<T> work) {
      try {
        return database.read(work);
      } catch (DatabaseException down) {
        LOG.log(
            down.isUnreachable() ? Level.DEBUG : Level.WARNING,
            "The store could not be read",
            down);
        observer.failed(Fault.READ);
        throw new Refusal.StoreDown();
      }
    }
  }
}

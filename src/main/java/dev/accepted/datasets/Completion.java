package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How loads and datasets end. Each transaction locks the load's row first and the dataset's second,
 * so what servers that share a database do to one dataset happens one after the other.
 */
final class Completion {

  private static final int MOST_TRIES = 10;

  private final Database database;
  private final TableDialect dialect;
  private final Clock clock;
  private final TableReaders readers;

  /** H2 gives up on a locked row after seconds; a large append holds one for longer. */
  private final ReentrantLock ending = new ReentrantLock();

  /**
   * What a transaction has done.
   *
   * @param load as it is now
   * @param retired the tables that nobody needs any more
   * @param refusal why nothing was done
   */
  private record Outcome(
      Optional<LoadRecord> load, List<Long> retired, Optional<LoadRefused> refusal) {

    static Outcome of(LoadRecord load, List<Long> retired) {
      return new Outcome(Optional.of(load), retired, Optional.empty());
    }

    static Outcome retired(List<Long> tables) {
      return new Outcome(Optional.empty(), tables, Optional.empty());
    }
  }

  Completion(Database database, TableDialect dialect, Clock clock, TableReaders readers) {
    this.database = database;
    this.dialect = dialect;
    this.clock = clock;
    this.readers = readers;
  }

  /**
   * Makes the load's rows the dataset's.
   *
   * @throws IllegalStateException if another attempt has taken the load, and has not completed it
   */
  LoadRecord complete(LoadRecord load) throws LoadRefused {
    Outcome outcome = end(session -> complete(session, load));
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
    return outcome.load().orElseThrow();
  }

  private Outcome complete(Session session, LoadRecord load) throws SQLException {
    dialect.takeTime(session);
    Optional<LoadRecord> known = LoadCatalog.lock(session, load.job());
    if (known.isPresent() && known.get().complete()) {
      return Outcome.of(known.get(), List.of());
    }
    if (known.isEmpty() || known.get().taken() != load.taken()) {
      throw new IllegalStateException("another attempt goes on with this load");
    }
    LoadRecord whole = known.get().completed();
    DatasetKey key = load.dataset();
    Optional<StoredDataset> present = Catalog.lock(session, key);
    if (present.isEmpty()) {
      Catalog.add(session, key, whole.tableRows(), now());
      LoadCatalog.markComplete(session, load.job());
      return Outcome.of(whole, List.of());
    }
    Optional<LoadRefused> refusal =
        present.get().refusal(key.owner(), load.mode(), load.table().columns());
    return refusal.isPresent()
        ? new Outcome(Optional.empty(), List.of(), refusal)
        : complete(session, present.get(), whole);
  }

  /** Returns what became of it where the dataset is there, and is its owner's. */
  private Outcome complete(Session session, StoredDataset present, LoadRecord load)
      throws SQLException {
    if (load.mode() == LoadMode.APPEND) {
      append(session, present, load);
      return Outcome.of(load, List.of(load.table().number()));
    }
    Catalog.point(session, load.dataset(), load.tableRows(), now());
    LoadCatalog.markComplete(session, load.job());
    return Outcome.of(load, List.of(present.table().number()));
  }

  private void append(Session session, StoredDataset present, LoadRecord load) throws SQLException {
    long before = present.info().rows();
    session.update(present.table().copySql(load.table()), before);
    TableRows rows =
        new TableRows(
            present.table().number(),
            before + load.position().rows(),
            Math.max(present.widest(), load.widest()));
    Catalog.point(session, load.dataset(), rows, now());
    LoadCatalog.markComplete(session, load.job());
  }

  /** As exact as both databases keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns whether there was such a dataset, of one of these owners. */
  boolean remove(DatasetKey dataset, Owners owners) {
    return !end(session -> Outcome.retired(remove(session, dataset, owners))).retired().isEmpty();
  }

  private static List<Long> remove(Session session, DatasetKey dataset, Owners owners)
      throws SQLException {
    Optional<StoredDataset> present =
        Catalog.lock(session, dataset).filter(stored -> owners.include(stored.info().owner()));
    if (present.isPresent()) {
      Catalog.remove(session, dataset);
    }
    return present.map(old -> old.table().number()).stream().toList();
  }

  /** Drops what a load has left, unless another attempt has taken it. */
  void discard(LoadRecord load) {
    end(
        session -> {
          Optional<LoadRecord> known = LoadCatalog.lock(session, load.job());
          boolean mine = known.isPresent() && known.get().taken() == load.taken();
          return Outcome.retired(mine ? forget(session, known.get()) : List.of());
        });
  }

  /** Drops what the load of a job has left, whoever has it. */
  void forget(JobId job) {
    end(
        session -> {
          Optional<LoadRecord> known = LoadCatalog.lock(session, job);
          return Outcome.retired(known.isPresent() ? forget(session, known.get()) : List.of());
        });
  }

  private static List<Long> forget(Session session, LoadRecord load) throws SQLException {
    List<Long> retired =
        new ArrayList<>(remove(session, load.dataset().temporary(load.job()), Owners.ALL));
    if (!load.complete()) {
      retired.add(load.table().number());
    }
    LoadCatalog.remove(session, load.job());
    Catalog.forgetColumns(session);
    return retired;
  }

  /** Tries again if two servers have added the same dataset at once: now it is there. */
  private Outcome end(SqlWork<Outcome> work) {
    ending.lock();
    try {
      for (int tries = 1; ; tries++) {
        try {
          Outcome outcome = database.transaction(work);
          outcome.retired().forEach(readers::retire);
          return outcome;
        } catch (DatabaseException e) {
          if (!e.isDuplicate() || tries == MOST_TRIES) {
            throw e;
          }
        }
      }
    } finally {
      ending.unlock();
    }
  }
}

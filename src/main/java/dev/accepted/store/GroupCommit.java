package dev.accepted.store;

import dev.accepted.sql.CommitInDoubt;
import dev.accepted.sql.Database;
import dev.accepted.sql.Failure;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.StoreObserver.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The single writer. Whatever is waiting is written in one transaction, in the order in which it
 * came; only then are those who wait told. A batch never waits for more to come: with nothing else
 * waiting, a lone write is committed at once.
 *
 * <p>One commit for many jobs is what makes an fsync per commit affordable; one writer means that
 * no two transitions ever meet in the database.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = System.getLogger(GroupCommit.class.getName());
  private static final int BATCH = 256;
  private static final int WAITING = 20_000;

  /** How often a write is performed again that another transaction was in the way of. */
  private static final int TRIES = 3;

  private final Database database;
  private final CommitListener listener;
  private final Outbox outbox;
  private final Outage outage = new Outage();
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private final StoreObserver observer;
  private volatile boolean closing;
  private volatile boolean busy;

  /** Since when it is busy, on the JVM's monotonic time. */
  private volatile long busySince;

  private final TurnBook turns = new TurnBook();
  private @Nullable Session session;

  /** What the transaction under way adds to the journal. */
  private List<JournalEntry> entries = List.of();

  /** Starts the writer's thread, to live until {@link #close}; the outbox gets the journal. */
  public GroupCommit(
      Database database,
      ThreadFactory threads,
      CommitListener listener,
      StoreObserver observer,
      Outbox outbox) {
    this.outbox = outbox;
    this.database = database;
    this.listener = listener;
    this.observer = observer;
    this.writer = threads.newThread(this::run);
    writer.setName("accepted-group-commit");
    writer.start();
  }

  /**
   * Takes work to be done within the next transaction. The future is completed after the commit, on
   * the writer's thread: what hangs on it must be quick and must not block.
   *
   * @return fails with {@link StoreUnavailable} if the work couldn't be stored now, or with {@link
   *     StoreRefused} if it never will be; none of it was stored then, and no other's suffers
   */
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
    return write(work, result -> {});
  }

  /**
   * {@link #write(SqlWork)}, with something to be done on the writer's thread after the commit and
   * before the future is completed: in the order of the commits, so that what is kept in memory
   * follows the store step by step.
   */
  public <T> CompletableFuture<T> write(SqlWork<T> work, Consumer<T> committed) {
    Write<T> write = new Write<>(work, committed);
    if (closing || !waiting.offer(write)) {
      observer.failed(Fault.WRITE);
      write.fail(new StoreUnavailable("too many writes are waiting"));
    }
    return write.future();
  }

  /** Whose turn it is, as far as this server knows. */
  public TurnBook turns() {
    return turns;
  }

  /** How many writes wait for their transaction. */
  public int waiting() {
    return waiting.size();
  }

  /** How long the writer has been at the batch under way, and what follows it; zero if at none. */
  public Duration busyFor() {
    return busy ? Duration.ofNanos(System.nanoTime() - busySince) : Duration.ZERO;
  }

  /** True until the writer's thread has ended. */
  public boolean isAlive() {
    return writer.isAlive();
  }

  private void run() {
    List<Write<?>> batch = new ArrayList<>(BATCH);
    while (!closing || !waiting.isEmpty()) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        busySince = System.nanoTime();
        busy = true;
        commit(batch, TRIES);
      } catch (InterruptedException stop) {
        closing = true;
      }
      busy = false;
      batch.clear();
    }
    waiting.forEach(write -> write.fail(new StoreUnavailable("the store is closing")));
    closeSession();
  }

  /** True unless the store is out of order. */
  private boolean commit(List<Write<?>> batch, int tries) {
    try {
      inTransaction(batch);
      outage.over();
      batch.forEach(Write::follow);
      listener.committed(entries);
      batch.forEach(Write::tell);
      return true;
    } catch (SQLException failure) {
      boolean hadSession = session != null;
      closeSession();
      return (batch.size() > 1 && isAboutOne(failure))
          ? eachAlone(batch)
          : failed(batch, failure, hadSession, tries - 1);
    } catch (RuntimeException bug) {
      closeSession();
      return batch.size() > 1 ? eachAlone(batch) : refused(batch, bug);
    } catch (Error broken) {
      return goOnAfter(broken, batch);
    }
  }

  /** Without this thread nothing would be stored any more, and nobody be told. */
  private boolean goOnAfter(Error broken, List<Write<?>> batch) {
    LOG.log(Level.ERROR, "The store's writer goes on after an error", broken);
    closeSession();
    batch.forEach(write -> fail(write, new StoreUnavailable("the store failed", broken)));
    listener.doubted();
    return false;
  }

  /** One write may be to blame, and not the store. */
  private static boolean isAboutOne(SQLException failure) {
    return !(failure instanceof CommitInDoubt) && Failure.of(failure) != Failure.DISCONNECTED;
  }

  /**
   * One that can't be stored must not spoil the others. If it turns out that the store is to blame,
   * the rest is not tried.
   */
  private boolean eachAlone(List<Write<?>> batch) {
    int tried = 0;
    for (int failures = 0; tried < batch.size() && failures < TRIES; tried++) {
      failures += commit(List.of(batch.get(tried)), TRIES) ? 0 : 1;
    }
    List<Write<?>> rest = batch.subList(tried, batch.size());
    rest.forEach(write -> fail(write, new StoreUnavailable("the store is out of order")));
    return rest.isEmpty();
  }

  /** A session that is gone is replaced once; what is in another's way is tried again. */
  private boolean failed(
      List<Write<?>> batch, SQLException failure, boolean hadSession, int triesLeft) {
    boolean doubt = failure instanceof CommitInDoubt;
    Failure kind = Failure.of(failure);
    if (!doubt && kind == Failure.REFUSAL) {
      return refused(batch, failure);
    }
    boolean again =
        (kind == Failure.DISCONNECTED && triesLeft == TRIES - 1 && hadSession)
            || (kind == Failure.CONFLICT && triesLeft > 0);
    if (kind == Failure.DISCONNECTED) {
      database.reconnect();
    }
    if (again && !doubt) {
      return commit(batch, triesLeft);
    }
    outage.goesOn(failure);
    batch.forEach(write -> fail(write, new StoreUnavailable("the store failed", failure)));
    if (doubt) {
      listener.doubted();
    }
    return false;
  }

  private void fail(Write<?> write, StoreUnavailable failure) {
    observer.failed(Fault.WRITE);
    write.fail(failure);
  }

  /** What is no failure of the database's is a fault of the work: that stays, too. */
  private boolean refused(List<Write<?>> one, Exception failure) {
    LOG.log(Level.ERROR, "The store refused a write", failure);
    observer.failed(Fault.REFUSED);
    one.forEach(write -> write.fail(new StoreRefused(failure)));
    return true;
  }

  private void inTransaction(List<Write<?>> batch) throws SQLException {
    Session current = session == null ? database.open() : session;
    session = current;
    long begin = System.nanoTime();
    Turns given =
        database.transaction(
            current,
            open -> {
              entries = Journal.of(open, outbox).entries();
              Turns taken = Turns.of(open, turns);
              for (Write<?> write : batch) {
                write.perform(open);
              }
              return taken;
            });
    given.keep();
    observer.committed(batch.size(), System.nanoTime() - begin);
  }

  private void closeSession() {
    Session old = session;
    session = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "Closing a broken session failed, too", e);
      }
    }
  }

  /** Stores what is waiting, then ends the writer. */
  @Override
  public void close() {
    closing = true;
    waiting.offer(new Write<>(open -> true, done -> {}));
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

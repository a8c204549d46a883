package dev.accepted.store;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.StoreObserver.Failure;
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

  private final Database database;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private final StoreObserver observer;
  private volatile boolean closing;
  private volatile boolean busy;

  /** Since when it is busy, on the JVM's monotonic time. */
  private volatile long busySince;

  private @Nullable Session session;

  /** Starts the writer on a thread of its own, which lives until {@link #close}. */
  public GroupCommit(Database database, ThreadFactory threads, StoreObserver observer) {
    this.database = database;
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
      observer.failed(Failure.WRITE);
      write.future.completeExceptionally(new StoreUnavailable("too many writes are waiting"));
    }
    return write.future;
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
        commit(batch);
      } catch (InterruptedException stop) {
        closing = true;
      }
      busy = false;
      batch.clear();
    }
    waiting.forEach(write -> write.fail(new StoreUnavailable("the store is closing")));
    closeSession();
  }

  /**
   * All in one transaction; if that fails, each in its own, so that one that can't be stored spoils
   * no other.
   */
  private void commit(List<Write<?>> batch) {
    try {
      inTransaction(batch);
    } catch (SQLException | RuntimeException failure) {
      if (batch.size() == 1) {
        fail(batch.get(0), failure);
      } else {
        batch.forEach(this::commitAlone);
        return;
      }
    }
    batch.forEach(Write::tell);
  }

  private void commitAlone(Write<?> write) {
    commit(List.of(write));
  }

  private void inTransaction(List<Write<?>> batch) throws SQLException {
    Session current = session == null ? database.open() : session;
    session = current;
    long begin = System.nanoTime();
    database.transaction(
        current,
        open -> {
          for (Write<?> write : batch) {
            write.perform(open);
          }
          return true;
        });
    observer.committed(batch.size(), System.nanoTime() - begin);
  }

  private void fail(Write<?> write, Exception failure) {
    boolean refused = isRefusal(failure);
    observer.failed(refused ? Failure.REFUSED : Failure.WRITE);
    LOG.log(
        refused ? Level.ERROR : Level.WARNING,
        refused ? "The store refused a write" : "A write could not be stored now",
        failure);
    write.fail(
        refused
            ? new StoreRefused(failure)
            : new StoreUnavailable("the store failed: " + failure.getMessage(), failure));
    closeSession();
  }

  /** What is no failure of the database's is a fault of the work: that stays, too. */
  private static boolean isRefusal(Exception failure) {
    return !(failure instanceof SQLException sql) || DatabaseException.isRefusal(sql);
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

  /** One piece of work, and who waits for it. */
  private static final class Write<T> {

    private final SqlWork<T> work;
    private final Consumer<T> committed;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;

    Write(SqlWork<T> work, Consumer<T> committed) {
      this.work = work;
      this.committed = committed;
    }

    void perform(Session session) throws SQLException {
      result = work.in(session);
    }

    void tell() {
      T value = result;
      if (value == null || future.isDone()) {
        return;
      }
      try {
        committed.accept(value);
        future.complete(value);
      } catch (RuntimeException bug) {
        LOG.log(Level.ERROR, "What follows a commit failed", bug);
        future.completeExceptionally(bug);
      }
    }

    void fail(RuntimeException failure) {
      future.completeExceptionally(failure);
    }
  }
}

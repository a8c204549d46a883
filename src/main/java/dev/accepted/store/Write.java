package dev.accepted.store;

import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One piece of work, and who waits for it. */
final class Write<T> {

  private static final Logger LOG = System.getLogger(Write.class.getName());

  private final SqlWork<T> work;
  private final Consumer<T> committed;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private @Nullable T result;

  Write(SqlWork<T> work, Consumer<T> committed) {
    this.work = work;
    this.committed = committed;
  }

  /** Done when it is known what has become of it. */
  CompletableFuture<T> future() {
    return future;
  }

  void perform(Session session) throws SQLException {
    result = work.in(session);
  }

  /** Does what comes before anybody is told. */
  void follow() {
    T value = result;
    if (value == null || future.isDone()) {
      return;
    }
    try {
      committed.accept(value);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "What follows a commit failed", bug);
      future.completeExceptionally(bug);
    }
  }

  void tell() {
    T value = result;
    if (value != null) {
      future.complete(value);
    }
  }

  void fail(RuntimeException failure) {
    future.completeExceptionally(failure);
  }
}

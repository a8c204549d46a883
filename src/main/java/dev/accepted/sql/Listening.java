package dev.accepted.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * One connection that hears what other servers announce, and one thread that waits at it. When the
 * connection breaks, the thread makes another.
 */
final class Listening implements Hearing {

  private static final Logger LOG = System.getLogger(Listening.class.getName());

  /** A connection that says nothing for so long is asked whether it is still there. */
  private static final int SILENCE_MILLIS = 2_000;

  private static final int PAUSE_MILLIS = 500;

  private final DataSource database;
  private final NoticeListener listener;
  private final String self;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean heardBefore = true;
  private volatile @Nullable Connection current;

  /**
   * Begins to listen.
   *
   * @param database gives a connection of its own: one of a pool could not be broken off in silence
   * @param node what this server says itself is not heard
   */
  Listening(DataSource database, UUID node, NoticeListener listener, ThreadFactory threads) {
    this.database = database;
    this.listener = listener;
    this.self = node.toString();
    this.thread = threads.newThread(this::run);
    thread.setName("accepted-listener");
    thread.start();
  }

  private void run() {
    while (!isClosed()) {
      try (Connection connection = database.getConnection()) {
        current = connection;
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        if (heardBefore && !isClosed()) {
          LOG.log(Level.WARNING, "Other servers are not heard until the database is back", e);
        }
        heardBefore = false;
      }
      listener.deaf();
      pause();
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + PostgresDatabase.CHANNEL);
      listener.listening();
      heardBefore = true;
      while (!isClosed()) {
        PGNotification[] heard = postgres.getNotifications(SILENCE_MILLIS);
        if (heard == null || heard.length == 0) {
          statement.execute("select 1");
        } else {
          hear(heard);
        }
      }
    }
  }

  private void hear(PGNotification[] notices) {
    for (PGNotification notice : notices) {
      int end = notice.getParameter().indexOf(' ');
      String from = notice.getParameter().substring(0, Math.max(end, 0));
      if (!from.equals(self)) {
        tell(notice.getParameter().substring(end + 1));
      }
    }
  }

  private void tell(String words) {
    try {
      listener.heard(words);
    } catch (RuntimeException failure) {
      // What it was about is not known any more: begin anew.
      LOG.log(Level.WARNING, "A notice of another server could not be followed", failure);
      listener.deaf();
      listener.listening();
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      closing.countDown();
    }
  }

  /** Breaks the connection, so that its thread notices, and returns when that has ended. */
  @Override
  public void close() {
    closing.countDown();
    breakOff();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void breakOff() {
    Connection connection = current;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException broken) {
        LOG.log(Level.DEBUG, "The connection was broken already", broken);
      }
    }
  }
}

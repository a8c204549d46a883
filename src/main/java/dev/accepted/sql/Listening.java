package dev.accepted.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * One connection that hears what other servers announce, and one thread that waits at it. When the
 * connection breaks, the thread makes another.
 */
final class Listening implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Listening.class.getName());

  /** A connection that says nothing for so long is asked whether it is still there. */
  private static final int SILENCE_MILLIS = 2_000;

  private static final int PAUSE_MILLIS = 500;

  private final PostgresDatabase database;
  private final NoticeListener listener;
  private final String self;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Connection current;

  Listening(PostgresDatabase database, NoticeListener listener, ThreadFactory threads) {
    this.database = database;
    this.listener = listener;
    this.self = database.node().toString();
    this.thread = threads.newThread(this::run);
    thread.setName("accepted-listener");
    thread.start();
  }

  private void run() {
    while (!closed) {
      try (Connection connection = database.source().getConnection()) {
        current = connection;
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        LOG.log(closed ? Level.DEBUG : Level.WARNING, "Other servers are not heard for now", e);
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
      while (!closed) {
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

  private void pause() {
    try {
      if (!closed) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stop) {
      closed = true;
    }
  }

  /** Breaks the connection, so that its thread notices, and returns when that has ended. */
  @Override
  public void close() throws SQLException, InterruptedException {
    closed = true;
    Connection connection = current;
    if (connection != null) {
      connection.abort(Runnable::run);
    }
    thread.interrupt();
    thread.join();
  }
}

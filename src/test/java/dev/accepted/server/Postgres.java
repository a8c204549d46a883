package dev.accepted.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL in processes of its own, started again with the same data at the same port. */
public final class Postgres implements AutoCloseable {

  /** Its superuser. */
  public static final String USER = "postgres";

  private static final String DATABASE = "accepted";

  private final Path folder;
  private final int port = Ports.anyFree();
  private @Nullable EmbeddedPostgres running;

  private Postgres(Path folder) {
    this.folder = folder;
  }

  /** A new one with an empty database. */
  public static Postgres in(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Postgres made = new Postgres(folder);
    made.start();
    try (Connection connection = made.running().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
      return made;
    } catch (SQLException e) {
      made.close();
      throw new IOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** The URL of the database, by way of that port. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
  }

  /** The id of its first process; those that do the work are that one's children. */
  public long pid() throws IOException {
    // The process that was launched is but a command that has started it.
    return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
  }

  /** Starts it, and waits until it can be asked. */
  public void start() throws IOException {
    running =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setOutputRedirector(Redirect.appendTo(log()))
            .setErrorRedirector(Redirect.appendTo(log()))
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** Ends it as an administrator would: what is under way is rolled back. */
  public void stop() throws IOException {
    running().close();
  }

  /** SIGKILL to its first process; the others end when they see that. */
  public void kill() throws IOException {
    ProcessHandle first =
        ProcessHandle.of(pid()).orElseThrow(() -> new IOException("PostgreSQL does not run"));
    if (!first.destroyForcibly()) {
      throw new IOException("PostgreSQL can't be killed");
    }
    first.onExit().join();
    running().close(); // lets go of its lock on the folder
  }

  private File log() {
    return folder.resolveSibling("postgres.log").toFile();
  }

  private EmbeddedPostgres running() {
    EmbeddedPostgres now = running;
    if (now == null) {
      throw new IllegalStateException("not started");
    }
    return now;
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.close();
    }
  }
}

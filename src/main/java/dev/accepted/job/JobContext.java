package dev.accepted.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of a job may ask of the server. Handed to {@link JobType#run}; of no use after
 * it has returned. Its methods may be called from any thread of the attempt.
 */
public interface JobContext {

  /** The job. */
  JobId id();

  /**
   * Whose job it is: who submitted it, after its tenant if it has one. For what a body does in that
   * caller's name, such as looking for what is the caller's.
   */
  String owner();

  /** Which attempt this is, from 1. */
  int attempt();

  /** The server's clock; the only one a body should read. */
  Clock clock();

  /** The file that came with the submission. */
  Optional<InputFile> file();

  /**
   * The trace of which the submission was a part (W3C Trace Context); empty if its client sent
   * none. For calls that the body makes: so they are found in the trace of the request that led to
   * them.
   */
  Optional<TraceContext> trace();

  /**
   * Says how far the attempt has come. Cheap, to be called as often as is convenient: clients see
   * it a few times a second at most. A {@code done} below an earlier one, with the same total, is
   * taken for that earlier one.
   *
   * @throws JobStopped if the attempt is to stop
   */
  void progress(Progress progress);

  /** {@link #progress(Progress)} with units that have a name. */
  default void progress(long done, long total, String unit, @Nullable String message) {
    progress(new Progress(done, total, unit, message));
  }

  /**
   * Adds a line to the job's log; control characters in it are replaced, and it is cut at 4,000
   * characters.
   */
  void log(String line);

  /** What the last {@link #checkpoint(String)} of an earlier attempt, or of this one, left. */
  Optional<String> checkpoint();

  /**
   * Leaves word for the next attempt, should this one be cut off. Stored within about a second: a
   * later attempt may find an older word, never a newer one.
   *
   * @param state at most 100,000 characters
   */
  void checkpoint(String state);

  /** True once the attempt is to stop. */
  boolean stopping();

  /**
   * Passes if the attempt may go on.
   *
   * @throws JobStopped if it is to stop
   */
  void checkStopping();

  /**
   * Waits, on the server's clock.
   *
   * @throws JobStopped as soon as the attempt is to stop
   */
  void pause(Duration duration) throws InterruptedException;

  /**
   * Runs {@code action} once, on another thread, as soon as the attempt is to stop; at once if it
   * already is. For what a flag can't stop: a process, a socket.
   */
  void onStop(Runnable action);

  /** A folder of this attempt's own, empty at first, deleted when the attempt has ended. */
  Path workDirectory() throws IOException;

  /**
   * Opens the result for writing. What was written counts once {@link JobType#run} has returned and
   * the stream is closed; an attempt has one result, so a second call is an error. An attempt
   * without one succeeds with no content (204).
   *
   * @param fileName what to call it when it is saved; null if it has no name of its own
   */
  OutputStream result(String mediaType, @Nullable String fileName) throws IOException;

  /**
   * The result as a file that the attempt has made in its {@link #workDirectory()}; it is taken
   * from there.
   */
  void result(String mediaType, @Nullable String fileName, Path file) throws IOException;

  /**
   * Opens a file that the job leaves beside its result, under {@code /api/jobs/{id}/files/{name}}.
   *
   * @param name letters, digits, dot, hyphen, underscore; unique in the attempt
   */
  OutputStream file(String name, String mediaType) throws IOException;

  /**
   * A file beside the result that the attempt has made in its {@link #workDirectory()}; it is taken
   * from there.
   */
  void file(String name, String mediaType, Path file) throws IOException;
}

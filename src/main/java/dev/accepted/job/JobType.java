package dev.accepted.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of job: what it is called, what input it takes, and its body. One CDI bean a type; the
 * engine finds them all when the server starts, and refuses to start if two share a name or a
 * collection.
 *
 * <p>One instance serves all jobs of its type at once, so it keeps no state between them.
 *
 * @param <P> the parameters: a record into which the input's JSON is read, member by component
 */
public interface JobType<P> {

  /** What it is called, what it accepts, and its limits; the same at each call. */
  JobDefinition definition();

  /** The record of the parameters. */
  Class<P> parameters();

  /**
   * Why no job of this type can run here, as a sentence for people; empty if they can. Asked once,
   * when the server starts.
   */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /**
   * Looks at input that already fits the schema, before it is accepted. Must be quick: the client
   * waits.
   *
   * @param file the file that came along, null if there was none
   * @throws InvalidInput if it can't be accepted; nothing is stored then
   */
  default void validate(P parameters, @Nullable InputFile file) throws InvalidInput {}

  /**
   * The same, for a type whose input may name what only some callers have: what the caller doesn't
   * have is to be refused like what isn't there. The engine calls this one.
   *
   * @param owner whose job it will be, as {@link JobContext#owner}
   */
  default void validate(P parameters, @Nullable InputFile file, String owner) throws InvalidInput {
    validate(parameters, file);
  }

  /**
   * Members that are added to the input before it is stored, since they depend on who submits it:
   * by name, strings all. The job keeps them, whatever becomes of its submitter. None by default.
   *
   * @throws InvalidInput if the input asks for what its submitter may not do
   */
  default Map<String, String> settled(P parameters, Submitter submitter) throws InvalidInput {
    return Map.of();
  }

  /** How long the job should run, if its input tells; else the engine goes by the type's past. */
  default Optional<Duration> expectedDuration(P parameters) {
    return Optional.empty();
  }

  /**
   * The body: runs one attempt. Returning means success. An attempt may come after one that was cut
   * off at any point, so what it does outside its context must be safe to do again ({@link
   * JobContext#checkpoint()}).
   *
   * @throws PermanentFailure if trying again would not help
   * @throws RetryLater if it knows when to try again
   * @throws TransientFailure if another attempt may succeed
   * @throws CanceledByJob if it has itself decided that the job is to end as canceled
   * @throws Exception anything else counts as transient, under the code {@code internal-error}
   */
  void run(P parameters, JobContext context) throws Exception;
}

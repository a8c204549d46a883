package dev.accepted.store;

import dev.accepted.job.JobId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is submitted again and again.
 *
 * @param since in its state
 * @param nextAt when it is due; null while it is paused
 * @param revision how often a client has changed it
 * @param last what became of the latest of its times; null before the first
 */
public record Schedule(
    UUID id,
    String owner,
    Plan plan,
    State state,
    Instant since,
    @Nullable Instant nextAt,
    long revision,
    @Nullable Run last,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether jobs are submitted. */
  public enum State {
    /** They are. */
    ACTIVE,
    /** Not until a client resumes it. */
    PAUSED;

    /** Its name in the store and in what is sent. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of the times that were missed. */
  public enum CatchUp {
    /** Nothing. */
    SKIP,
    /** One job for all of them. */
    ONCE,
    /** A job for each. */
    ALL;

    /** Its name in the store and in what is sent. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is submitted, and when.
   *
   * @param name for people
   * @param cron the expression, as its client wrote it
   * @param zone the name of its time zone
   * @param type the job type's name
   * @param input its JSON text; null where it was not read
   * @param options those of each job, as text that means nothing here
   * @param links what the URLs in callbacks begin with, with a slash at its end
   */
  public record Plan(
      String name,
      String cron,
      String zone,
      CatchUp catchUp,
      String type,
      @Nullable String input,
      String options,
      String links) {

    /** Inputs and secrets stay out of logs. */
    @Override
    public String toString() {
      return "Plan[" + cron + ' ' + zone + ", " + type + ']';
    }
  }

  /**
   * What became of one of its times.
   *
   * @param at the time by its expression
   * @param job null if there is none
   * @param refusal why there is none; null if there is one
   */
  public record Run(Instant at, @Nullable JobId job, @Nullable Refused refusal) {

    /** A job was submitted. */
    public static Run of(Instant at, JobId job) {
      return new Run(at, job, null);
    }

    /** None could be. */
    public static Run refused(Instant at, String code, String message) {
      return new Run(at, null, new Refused(code, message));
    }
  }

  /**
   * Why there is no job.
   *
   * @param code for programs
   * @param message a sentence for people
   */
  public record Refused(String code, String message) {}

  /** True if jobs are submitted. */
  public boolean isActive() {
    return state == State.ACTIVE;
  }
}

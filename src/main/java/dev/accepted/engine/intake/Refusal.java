package dev.accepted.engine.intake;

import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.store.StoreRefused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * A request that the engine turns down: nothing was stored, and nothing that was accepted before is
 * touched.
 */
public abstract sealed class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SubmissionOutcome outcome;

  private Refusal(SubmissionOutcome outcome, String message) {
    super(message, null, false, false);
    this.outcome = outcome;
  }

  /** What the submission came to. */
  SubmissionOutcome outcome() {
    return outcome;
  }

  /** Why a write failed, for its client: trying again helps, unless the store refuses it. */
  public static Throwable ofStore(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof StoreRefused ? cause : new StoreDown();
  }

  /** The sentence for people; never null. */
  public String explanation() {
    return String.valueOf(getMessage());
  }

  /** There is no such job type. */
  public static final class UnknownType extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses a request for a type of that name. */
    public UnknownType(String type) {
      super(SubmissionOutcome.UNKNOWN_TYPE, "There is no job type “" + type + "”.");
    }
  }

  /** No job of this type can run here; the explanation says why. */
  public static final class TypeUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses a request for a type that can't run, for that reason. */
    public TypeUnavailable(String reason) {
      super(SubmissionOutcome.TYPE_UNAVAILABLE, reason);
    }
  }

  /** The input doesn't fit its schema, or its type won't have it. */
  public static final class Unprocessable extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    Unprocessable(List<Violation> violations) {
      this("The input does not fit this job type.", violations);
    }

    Unprocessable(String message, List<Violation> violations) {
      super(SubmissionOutcome.INVALID_INPUT, message);
      this.violations = List.copyOf(violations);
    }

    /** At least one. */
    public List<Violation> violations() {
      return violations;
    }
  }

  /** An option is out of its range. */
  public static final class InvalidOption extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String option;

    InvalidOption(String option, String detail) {
      super(SubmissionOutcome.INVALID_OPTION, detail);
      this.option = option;
    }

    /** Its name on the wire. */
    public String option() {
      return option;
    }
  }

  /** The idempotency key came with another request before. */
  public static final class KeyReused extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses the second request. */
    public KeyReused() {
      super(SubmissionOutcome.KEY_REUSED, "This idempotency key came with another request before.");
    }
  }

  /** The first request with this idempotency key is still being stored. */
  public static final class KeyInProgress extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses the second request while the first is under way. */
    public KeyInProgress() {
      super(
          SubmissionOutcome.KEY_IN_PROGRESS,
          "The first request with this idempotency key is still being stored.");
    }
  }

  /** The upload that a submission names is not there, or not all of it. */
  public static final class UploadUnusable extends Refusal {
    private static final long serialVersionUID = 1L;
    private final boolean there;

    private UploadUnusable(boolean there, String explanation) {
      super(SubmissionOutcome.UPLOAD_UNUSABLE, explanation);
      this.there = there;
    }

    /** There is none, as far as the caller is concerned. */
    public static UploadUnusable unknown() {
      return new UploadUnusable(
          false,
          "No upload of yours has this id: it was never begun, it has expired or was removed, or a"
              + " job has taken it.");
    }

    /** Something is still to come. */
    public static UploadUnusable incomplete() {
      return new UploadUnusable(
          true, "The upload isn't complete. Send the rest of it, with Upload-Complete: ?1.");
    }

    /** Whether there is one. */
    public boolean isThere() {
      return there;
    }
  }

  /** As many jobs wait as may. */
  public static final class QueueFull extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses one job more until others have gone. */
    public QueueFull() {
      super(
          SubmissionOutcome.QUEUE_FULL,
          "As many jobs are waiting as this server takes on. Try again in a little while.");
    }
  }

  /** The caller has as much as it may have. */
  public static final class QuotaExceeded extends Refusal {
    private static final long serialVersionUID = 1L;
    private final Quota quota;
    private final long limit;
    private final long used;
    private final Duration wait;

    /**
     * Refuses one job more.
     *
     * @param wait until there may be room; zero if there will be none by itself
     */
    public QuotaExceeded(Quota quota, long limit, long used, Duration wait) {
      super(outcome(quota), explanation(quota, limit));
      this.quota = quota;
      this.limit = limit;
      this.used = used;
      this.wait = wait;
    }

    private static SubmissionOutcome outcome(Quota quota) {
      return switch (quota) {
        case ACTIVE_JOBS -> SubmissionOutcome.TOO_MANY_ACTIVE_JOBS;
        case SUBMISSIONS -> SubmissionOutcome.TOO_MANY_SUBMISSIONS;
        case STORED_BYTES -> SubmissionOutcome.TOO_MANY_STORED_BYTES;
      };
    }

    private static String explanation(Quota quota, long limit) {
      return switch (quota) {
        case ACTIVE_JOBS -> "You may have %d jobs that have not finished.".formatted(limit);
        case SUBMISSIONS -> "You may submit %d jobs a minute.".formatted(limit);
        case STORED_BYTES ->
            "Your jobs and uploads may keep %d bytes, and this one would be beyond that. Remove some."
                .formatted(limit);
      };
    }

    /** Of what. */
    public Quota quota() {
      return quota;
    }

    /** The most that the caller may have. */
    public long limit() {
      return limit;
    }

    /** What it has. */
    public long used() {
      return used;
    }

    /** How long until there may be room; zero if there will be none by itself. */
    public Duration comeBackIn() {
      return wait;
    }
  }

  /** The store or the disk can't take it now. */
  public static final class StoreDown extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses what would have to be stored until the store is back. */
    public StoreDown() {
      super(
          SubmissionOutcome.STORE_UNAVAILABLE,
          "The store can't be reached at the moment. Nothing that was accepted is lost; try again"
              + " in a little while.");
    }
  }
}

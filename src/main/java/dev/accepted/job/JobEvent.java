package dev.accepted.job;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job, told after it was committed.
 *
 * @param job as it was right after; for {@link Kind#REMOVED} and {@link Kind#EXPIRED}, right before
 */
public record JobEvent(Kind kind, Job job) {

  /**
   * What has happened to a job that was not followed all the time.
   *
   * @param before as it was last known; null if it was not
   * @param now as it is
   */
  public static JobEvent between(@Nullable Job before, Job now) {
    return new JobEvent(kindOf(before, now), now);
  }

  private static Kind kindOf(@Nullable Job before, Job now) {
    return switch (now.status()) {
      case QUEUED -> Kind.QUEUED;
      case SCHEDULED -> now.state().errors().isEmpty() ? Kind.QUEUED : Kind.RETRYING;
      case RUNNING -> whileRunning(before, now);
      case SUCCEEDED -> Kind.SUCCEEDED;
      case FAILED -> Kind.FAILED;
      case CANCELED -> Kind.CANCELED;
    };
  }

  private static Kind whileRunning(@Nullable Job before, Job now) {
    if (before == null || before.state().claim() != now.state().claim()) {
      return Kind.STARTED;
    }
    boolean asked =
        before.state().cancelRequestedAt() == null && now.state().cancelRequestedAt() != null;
    return asked ? Kind.CANCEL_REQUESTED : Kind.PROGRESS;
  }

  /** What happened. */
  public enum Kind {
    /**
     * It was accepted, came due or was put back: it waits for a slot. Also: it was accepted for a
     * later time.
     */
    QUEUED,
    /** An attempt began. */
    STARTED,
    /** It has come further, or says something else; or it waits with another priority. */
    PROGRESS,
    /** An attempt has logged lines. */
    LOG,
    /** Its client asked for it to stop; it has not stopped yet. */
    CANCEL_REQUESTED,
    /** An attempt failed; another is to come. */
    RETRYING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    /** Its time is over: result and status monitor are gone. */
    EXPIRED,
    /** A client removed it. */
    REMOVED;

    /** Its name in what is sent. */
    public String wireName() {
      return this == CANCEL_REQUESTED ? PROGRESS.wireName() : name().toLowerCase(Locale.ROOT);
    }
  }
}

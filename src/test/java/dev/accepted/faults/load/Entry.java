package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A job that was acknowledged, and what its clients have done with it and seen of it since. */
public final class Entry {

  private final Order order;
  private final String id;
  private volatile boolean cancelAsked;
  private volatile boolean removeAsked;
  private volatile boolean removed;
  private @Nullable End end;

  Entry(Order order, String id) {
    this.order = order;
    this.id = id;
  }

  /**
   * How a job ended, as it was first seen.
   *
   * @param seenAt by {@link System#nanoTime}
   */
  public record End(String status, String finishedAt, int attempt, long seenAt) {

    static End of(JsonObject job) {
      return new End(
          job.getString("status"),
          job.getString("finishedAt"),
          job.getInt("attempt"),
          System.nanoTime());
    }

    boolean isSameAs(End other) {
      return status.equals(other.status)
          && finishedAt.equals(other.finishedAt)
          && attempt == other.attempt;
    }

    @Override
    public String toString() {
      return "%s at %s in attempt %d".formatted(status, finishedAt, attempt);
    }
  }

  public String id() {
    return id;
  }

  public Order order() {
    return order;
  }

  /** A client is about to cancel it. */
  void askCancel() {
    cancelAsked = true;
  }

  public boolean cancelAsked() {
    return cancelAsked;
  }

  /** A client is about to remove it. */
  void askRemove() {
    removeAsked = true;
  }

  public boolean removeAsked() {
    return removeAsked;
  }

  /** The server says that it is removed. */
  void removed() {
    removed = true;
  }

  public boolean isRemoved() {
    return removed;
  }

  public synchronized @Nullable End end() {
    return end;
  }

  /**
   * A client has seen this of it.
   *
   * @param sentAt when it asked, by {@link System#nanoTime}
   * @param laggingNanos how old an answer of this site may be
   */
  public synchronized void seen(
      JsonObject job, long sentAt, long laggingNanos, String where, Findings findings) {
    End before = end;
    if (!job.containsKey("finishedAt")) {
      if (before != null && sentAt - before.seenAt() > laggingNanos) {
        findings.add(
            Kind.BROKEN,
            "%s is %s at %s, %d ms after it was seen %s",
            id,
            job.getString("status"),
            where,
            (sentAt - before.seenAt()) / 1_000_000,
            before);
      }
      return;
    }
    End now = End.of(job);
    if (before == null) {
      end = now;
    } else if (!now.isSameAs(before)) {
      findings.add(Kind.TWICE, "%s ended twice: %s, then %s at %s", id, before, now, where);
    }
  }
}

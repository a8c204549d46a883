package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told what happens to an owner's jobs.
 *
 * @param url where to send it
 * @param host the URL's, in lower case
 * @param links what the URLs in it begin with, with a slash at its end: as its client saw them
 * @param since in its state
 */
public record WebhookSubscription(
    UUID id,
    String owner,
    String url,
    String host,
    String links,
    Filter filter,
    Secrets secrets,
    State state,
    Instant since,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether it is told anything. */
  public enum State {
    /** It is. */
    ACTIVE,
    /** Not until its client resumes it. */
    PAUSED,
    /** Its receiver has answered that it wants no more. */
    GONE;

    /** Its name in the store and in what is sent. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What it is told; all conditions hold at once.
   *
   * @param types of jobs of any of these types; empty for all
   * @param events at least one
   * @param labels of jobs that have all of these
   */
  public record Filter(Set<String> types, Set<Kind> events, Map<String, String> labels) {

    public Filter {
      types = Set.copyOf(types);
      events = Set.copyOf(events);
      labels = Map.copyOf(labels);
    }

    /** True if it is told that this has happened to that job. */
    public boolean admits(Kind kind, Job job) {
      return events.contains(kind)
          && (types.isEmpty() || types.contains(job.type()))
          && job.options().labels().entrySet().containsAll(labels.entrySet());
    }
  }

  /**
   * What its deliveries are signed with.
   *
   * @param former the one before; null if there is none that counts
   * @param formerUntil when that ends; null with it
   */
  public record Secrets(String current, @Nullable String former, @Nullable Instant formerUntil) {

    /** Those that count: the newest first. */
    public List<String> valid(Instant now) {
      return former != null && formerUntil != null && now.isBefore(formerUntil)
          ? List.of(current, former)
          : List.of(current);
    }

    /** The secrets stay out of logs. */
    @Override
    public String toString() {
      return "Secrets[formerUntil=" + formerUntil + ']';
    }
  }

  /** True if it is told anything. */
  public boolean isActive() {
    return state == State.ACTIVE;
  }

  /** What the URL may hold stays out of logs. */
  @Override
  public String toString() {
    return "WebhookSubscription[" + id + ", " + state + ", to " + host + ']';
  }
}

package dev.accepted.job;

import dev.accepted.job.JobEvent.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a job's client wants to be told what happens to the job.
 *
 * @param url where to send it
 * @param events of what
 * @param secret what it is signed with, as Standard Webhooks writes it; null for the server's own
 * @param links what the URLs in it begin with, with a slash at its end: as the client saw them when
 *     it submitted
 */
public record Callback(String url, Set<Kind> events, @Nullable String secret, String links) {

  public Callback {
    events = Set.copyOf(events);
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "Callback[url=" + url + ", events=" + events + ']';
  }
}

package dev.accepted.http.job;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.engine.pace.Pace;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes status representations: each once for a state of its job, however often it is asked for.
 */
@ApplicationScoped
public class Representations {

  /** Room for some twenty thousand jobs. */
  private static final long MOST_BYTES = 32L << 20;

  private final Cache<JobId, Representation> kept =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(MOST_BYTES)
          .weigher((JobId id, Representation written) -> written.weight())
          .build();

  @Inject Pace pace;

  /** For those who ask again: kept until the job changes. */
  Representation of(Job job, Urls urls) {
    Optional<Instant> estimate = estimate(job);
    Representation known = kept.getIfPresent(job.id());
    if (known != null && known.shows(job, urls, estimate)) {
      return known;
    }
    byte[] body = WireJson.bytes(StatusViews.of(job, urls, estimate));
    Representation written = new Representation(job, urls, estimate, body, EntityTags.of(body));
    kept.put(job.id(), written);
    return written;
  }

  /** For those who are told that the job is so: often many, and the same that ask next. */
  public byte[] told(Job job, Urls urls) {
    return of(job, urls).body();
  }

  /** For an answer that is given once. */
  byte[] once(Job job, Urls urls) {
    return WireJson.bytes(view(job, urls));
  }

  /** For a representation that holds several. */
  StatusView view(Job job, Urls urls) {
    return StatusViews.of(job, urls, estimate(job));
  }

  private Optional<Instant> estimate(Job job) {
    return pace.estimatedCompletionAt(job).map(Representations::secondUp);
  }

  /** An estimate that wavers by milliseconds would change the representation for nothing. */
  private static Instant secondUp(Instant estimate) {
    Instant second = estimate.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(estimate) ? second : second.plusSeconds(1);
  }
}

package dev.accepted.http.job;

import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import java.time.Instant;
import java.util.Optional;

/** A status representation as it goes over the wire, and all that it was made of. */
final class Representation {

  /** About what it takes of the heap beside the body: the job, the tag, the objects. */
  private static final int OVERHEAD_BYTES = 512;

  private final Job job;
  private final Urls urls;
  private final Optional<Instant> estimate;
  private final byte[] body;
  private final String tag;

  /**
   * @param estimate when the job should be finished
   * @param body JSON
   * @param tag its strong entity tag
   */
  Representation(Job job, Urls urls, Optional<Instant> estimate, byte[] body, String tag) {
    this.job = job;
    this.urls = urls;
    this.estimate = estimate;
    this.body = body;
    this.tag = tag;
  }

  /** Its bytes, not to be changed. */
  byte[] body() {
    return body;
  }

  String tag() {
    return tag;
  }

  /** Whether it still says how the job stands. */
  boolean shows(Job now, Urls seen, Optional<Instant> estimated) {
    return job.equals(now) && urls.equals(seen) && estimate.equals(estimated);
  }

  /** About how many bytes it takes. */
  int weight() {
    return body.length + OVERHEAD_BYTES;
  }
}

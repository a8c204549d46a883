package dev.accepted.http.job;

import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.webhooks.EventBodies;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Writes events as CloudEvents 1.0 in structured JSON, with the status representation as data. */
@ApplicationScoped
public class CloudEvents implements EventBodies {

  private static final String VERSION = "1.0";
  private static final String TYPE_PREFIX = "dev.accepted.job.";

  /** The envelope, member by member in the order of the wire. */
  public record EventView(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      StatusView data) {}

  /** No estimate of the end is in it: what it takes may lie in the store. */
  @Override
  public String body(long number, Kind kind, Instant at, Job job, String links) {
    Urls urls = new Urls(links);
    EventView view =
        new EventView(
            VERSION,
            Long.toString(number),
            urls.jobs(),
            TYPE_PREFIX + kind.wireName(),
            job.id().toString(),
            at,
            "application/json",
            StatusViews.of(job, urls, Optional.empty()));
    return new String(WireJson.bytes(view), StandardCharsets.UTF_8);
  }
}

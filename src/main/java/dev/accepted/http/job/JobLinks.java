package dev.accepted.http.job;

import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done with a job now, and where. */
public final class JobLinks {

  /** The path of a job's result under its monitor, and the link's relation. */
  public static final String RESULT = "result";

  static final String STATUS = "status";
  static final String CANCEL = "cancel";
  static final String RETRY = "retry";
  static final String LOG = "log";
  static final String EVENTS = "events";
  static final String FILES = "files";
  private static final String DELIVERIES = "deliveries";
  private static final String SELF = "self";
  private static final String MONITOR = "monitor";

  private JobLinks() {}

  /** The links of a status representation, by relation. */
  static Map<String, String> of(Job job, Urls urls) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put(SELF, urls.job(job.id()));
    for (String part : parts(job.status())) {
      links.put(part, urls.of(job.id(), part));
    }
    if (job.options().callback() != null) {
      links.put(DELIVERIES, urls.of(job.id(), DELIVERIES));
    }
    return links;
  }

  /** The {@code Link} header of an answer that leads to a job's monitor. */
  static String header(Job job, Urls urls) {
    String monitor = link(urls.job(job.id()), MONITOR);
    return job.status().isFinal()
        ? monitor
        : String.join(
            ", ",
            monitor,
            link(urls.of(job.id(), CANCEL), CANCEL),
            link(urls.of(job.id(), EVENTS), EVENTS));
  }

  private static String link(String url, String relation) {
    return '<' + url + ">; rel=\"" + relation + '"';
  }

  private static List<String> parts(JobStatus status) {
    return switch (status) {
      case SCHEDULED, QUEUED, RUNNING -> List.of(STATUS, CANCEL, LOG, EVENTS);
      case SUCCEEDED -> List.of(STATUS, RESULT, LOG, FILES);
      case FAILED, CANCELED -> List.of(STATUS, RETRY, LOG, FILES);
    };
  }
}

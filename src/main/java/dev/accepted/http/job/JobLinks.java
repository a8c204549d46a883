package dev.accepted.http.job;

import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      put(links, job, part, urls);
    }
    if (job.options().callback() != null) {
      put(links, job, DELIVERIES, urls);
    }
    return links;
  }

  /** What somebody with a link may not do would not work now. */
  private static void put(Map<String, String> links, Job job, String part, Urls urls) {
    if (urls.leadTo(part)) {
      links.put(part, urls.of(job.id(), part));
    }
  }

  /** The {@code Link} header of an answer that leads to a job's monitor. */
  static String header(Job job, Urls urls) {
    String monitor = link(urls.job(job.id()), MONITOR);
    return job.status().isFinal()
        ? monitor
        : Stream.of(CANCEL, EVENTS)
            .filter(urls::leadTo)
            .map(part -> ", " + link(urls.of(job.id(), part), part))
            .collect(Collectors.joining("", monitor, ""));
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

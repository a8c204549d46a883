package dev.accepted.http.exchange.log;

import dev.accepted.job.Job;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A submission that is to be answered. */
public final class OpenSubmission {

  /** Those that tell of the job, in the order of the contract; others are the server's. */
  private static final List<String> HEADERS =
      List.of(
          HttpHeaders.LOCATION,
          "Operation-Location",
          HttpHeaders.RETRY_AFTER,
          HttpHeaders.LINK,
          "Preference-Applied",
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.CONTENT_TYPE);

  private final ExchangeLog log;
  private final Client who;
  private final String path;
  private final long at;

  OpenSubmission(ExchangeLog log, Client who, String path, long at) {
    this.log = log;
    this.who = who;
    this.path = path;
    this.at = at;
  }

  /** Takes down what it was answered. */
  public void answered(Job job, Response given) {
    log.add(job, who, at, path, given.getStatus(), headers(given));
  }

  /** Those of an answer that are shown. */
  public static Map<String, String> headers(Response given) {
    MultivaluedMap<String, Object> all = given.getHeaders();
    Map<String, String> shown = new LinkedHashMap<>();
    for (String name : HEADERS) {
      Object value = all.getFirst(name);
      if (value != null) {
        shown.put(name, value.toString());
      }
    }
    return shown;
  }
}

package dev.accepted.http.job;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a list of jobs is asked for.
 *
 * @param before the last job of the page before
 */
public record ListQuery(JobFilter filter, int limit, Optional<JobId> before) {

  static final String CURSOR = "cursor";
  private static final String STATUS = "status";
  private static final String TYPE = "type";
  private static final String LABEL = "label";
  private static final String TEXT = "q";
  private static final String AFTER = "submittedAfter";
  private static final String BEFORE = "submittedBefore";
  private static final String OWNER = "owner";
  private static final String LIMIT = "limit";
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 500;

  /**
   * Reads a query.
   *
   * @throws Problem 400 that names the parameter that can't be used
   */
  static ListQuery read(QueryParameters query) {
    query.only(STATUS, TYPE, LABEL, TEXT, AFTER, BEFORE, OWNER, LIMIT, CURSOR);
    return new ListQuery(
        filter(query),
        query.whole(LIMIT, 1, MOST).orElse(DEFAULT_LIMIT),
        query.single(CURSOR).map(ListQuery::cursor));
  }

  /**
   * The same for a stream, which has no pages; its limit may be 0.
   *
   * @param more names of parameters that are read elsewhere
   * @throws Problem 400 that names the parameter that can't be used
   */
  public static ListQuery ofStream(QueryParameters query, String... more) {
    query.only(
        Stream.concat(
                Stream.of(STATUS, TYPE, LABEL, TEXT, AFTER, BEFORE, OWNER, LIMIT), Stream.of(more))
            .toArray(String[]::new));
    return new ListQuery(
        filter(query), query.whole(LIMIT, 0, MOST).orElse(DEFAULT_LIMIT), Optional.empty());
  }

  /**
   * The same for a count, which has no limit.
   *
   * @throws Problem 400 that names the parameter that can't be used
   */
  static ListQuery ofCount(QueryParameters query) {
    query.only(STATUS, TYPE, LABEL, TEXT, AFTER, BEFORE, OWNER, CURSOR);
    return new ListQuery(filter(query), MOST, query.single(CURSOR).map(ListQuery::cursor));
  }

  private static JobFilter filter(QueryParameters query) {
    return new JobFilter(
            statuses(query),
            query.single(TYPE).orElse(null),
            labels(query),
            query.single(TEXT).filter(text -> !text.isBlank()).orElse(null),
            query.instant(AFTER).orElse(null),
            query.instant(BEFORE).orElse(null))
        .ofOwner(query.single(OWNER).orElse(null));
  }

  private static Set<JobStatus> statuses(QueryParameters query) {
    Set<JobStatus> statuses = EnumSet.noneOf(JobStatus.class);
    for (String name : query.all(STATUS)) {
      try {
        statuses.add(JobStatus.of(name));
      } catch (IllegalArgumentException unknown) {
        throw Problem.parameter(
            STATUS, "A status is scheduled, queued, running, succeeded, failed or canceled.");
      }
    }
    return statuses;
  }

  private static Map<String, String> labels(QueryParameters query) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : query.all(LABEL)) {
      int colon = label.indexOf(':');
      if (colon < 1) {
        throw Problem.parameter(LABEL, "A label is asked for as name:value.");
      }
      labels.put(label.substring(0, colon), label.substring(colon + 1));
    }
    return labels;
  }

  private static JobId cursor(String text) {
    return ListCursor.parse(text)
        .orElseThrow(
            () ->
                Problem.parameter(
                    CURSOR, "This is not a cursor that a page of this list has handed out."));
  }
}

package dev.accepted.http.socket;

import dev.accepted.guard.Caller;
import dev.accepted.http.job.ListQuery;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.http.stream.EventTexts;
import dev.accepted.http.stream.LiveAnswers;
import dev.accepted.http.stream.Openings;
import dev.accepted.http.stream.StreamQuery;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what sockets are opened for. */
@ApplicationScoped
public class SocketRequests {

  private static final String[] ALWAYS = {StreamQuery.EVENT, StreamQuery.LAST_EVENT_ID};

  @Inject Openings openings;
  @Inject LiveAnswers answers;
  @Inject EventTexts texts;

  /**
   * Passes if the socket may be opened.
   *
   * @param job the id in its path; null for all jobs
   * @throws Problem 400, 404, 410 or 503
   */
  void check(Caller caller, @Nullable String job, Map<String, List<String>> query, Urls urls) {
    read(caller, job, query, urls);
    if (job != null) {
      openings.check(caller, job);
    }
    answers.admit();
  }

  /** The number from which a socket follows that is asked for now. */
  long now() {
    return openings.now();
  }

  /**
   * What the socket is opened for.
   *
   * @param job the id in its path; null for all jobs
   * @throws Problem 400
   */
  SocketRequest read(
      Caller caller, @Nullable String job, Map<String, List<String>> query, Urls urls) {
    QueryParameters parameters = new QueryParameters(query);
    ListQuery list =
        job == null ? ListQuery.ofStream(parameters, ALWAYS) : withoutFilter(parameters);
    return new SocketRequest(
        openings,
        answers,
        texts,
        caller,
        urls,
        job,
        list,
        StreamQuery.shown(parameters),
        parameters.single(StreamQuery.LAST_EVENT_ID).flatMap(StreamQuery::number),
        new Chosen(list.filter()));
  }

  private static ListQuery withoutFilter(QueryParameters parameters) {
    parameters.only(ALWAYS);
    return ListQuery.ofStream(new QueryParameters(Map.of()));
  }
}

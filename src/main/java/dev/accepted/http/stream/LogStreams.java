package dev.accepted.http.stream;

import dev.accepted.engine.JobService;
import dev.accepted.events.EventCursor;
import dev.accepted.events.EventFeed;
import dev.accepted.events.Topic;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.job.Job;
import dev.accepted.job.LogLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Follows logs. */
@ApplicationScoped
public class LogStreams {

  @Inject EventFeed feed;
  @Inject JobService jobs;
  @Inject JobFinder finder;
  @Inject LiveAnswers answers;
  @Inject Throttle throttle;

  /**
   * Has the answer to a request go on until the job ends.
   *
   * @param text how a line is written
   * @throws dev.accepted.http.problem.Problem 404, 410 or 503
   */
  public void follow(Exchange exchange, String id, Function<LogLine, byte[]> text) {
    answers.admit();
    Place place = answers.placeFor(exchange.admission());
    EventCursor cursor = feed.follow(new Topic.OneJob(JobFinder.id(id)), Optional.empty());
    boolean found = false;
    try {
      Job job = finder.find(exchange.caller(), id);
      found = true;
      boolean over = job.status().isFinal();
      Runnable ended = throttle.allowing(exchange.visitor(), job.id());
      exchange.goOn(
          new Prepared(
              cursor,
              out -> {
                out.whenClosed(ended);
                new FollowedLog(out, place, jobs, job.id(), over, text).follow(cursor);
              }));
    } finally {
      if (!found) {
        cursor.close();
      }
    }
  }
}

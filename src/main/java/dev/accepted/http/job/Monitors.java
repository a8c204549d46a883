package dev.accepted.http.job;

import dev.accepted.config.Settings;
import dev.accepted.engine.JobService;
import dev.accepted.guard.Caller;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.exchange.log.ExchangeLog;
import dev.accepted.http.exchange.log.OpenPoll;
import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import dev.accepted.http.header.PreferHeader;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The monitors of all jobs. A request that only wants to know how things stand is answered on its
 * own thread: that is by far the commonest, and is not to pay for what only waiting needs.
 */
@ApplicationScoped
public class Monitors {

  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject JobAnswers answers;
  @Inject Waiting waiting;
  @Inject Throttle throttle;
  @Inject Actors actors;
  @Inject ExchangeLog log;

  /** The monitor of that job, as the request needs it. */
  public Object monitor(Exchange exchange, String id) {
    return longPoll(exchange)
        ? new LongPollResource(this, id, true)
        : new MonitorResource(this, id);
  }

  /** The status of that job, as the request needs it. */
  public Object status(Exchange exchange, String id) {
    return longPoll(exchange)
        ? new LongPollResource(this, id, false)
        : new StatusResource(this, id);
  }

  private static boolean longPoll(Exchange exchange) {
    return exchange.isReading() && exchange.prefer().waits();
  }

  /**
   * Answers a GET at once.
   *
   * @param redirects whether a succeeded job leads on to its result
   */
  Response read(Exchange exchange, String id, boolean redirects) {
    Caller caller = exchange.caller();
    Job job = finder.find(caller, id);
    Poll poll = poll(exchange, redirects);
    Optional<Visitor> visitor = exchange.visitor(caller);
    OpenPoll open = log.poll(exchange, visitor, job.id(), poll.resource(), poll.kind());
    return open.answer(
        () -> {
          long retryAfter = answers.retryAfter(job);
          if (retryAfter > 0) {
            throttle.poll(visitor, job, retryAfter);
          }
          return answer(job, poll, retryAfter);
        });
  }

  /** Answers a GET when there is news. */
  void await(AsyncResponse response, Exchange exchange, String id, boolean redirects) {
    Poll poll = poll(exchange, redirects);
    Caller caller = exchange.caller();
    Optional<Visitor> visitor = exchange.visitor(caller);
    OpenPoll open = log.poll(exchange, visitor, JobFinder.id(id), poll.resource(), Kind.LONG_POLL);
    Supplier<Job> job = () -> finder.find(caller, id);
    Supplier<Optional<Response>> look =
        () ->
            Optional.of(job.get())
                .filter(read -> isNews(read, poll))
                .map(read -> told(read, poll, visitor));
    waiting.hold(
        response,
        JobFinder.id(id),
        poll.prefer().patience().orElseThrow(),
        look,
        () -> told(job.get(), poll, visitor),
        open::answered);
  }

  /** Answers a DELETE. */
  void remove(AsyncResponse response, Exchange exchange, String id) {
    Outcomes.answer(
        response,
        jobs.remove(finder.toChange(exchange.caller(), id), JobFinder.id(id), actors.of(exchange)),
        lookup -> {
          JobFinder.found(lookup);
          return Response.noContent().build();
        });
  }

  /** What of a request matters for its answer. */
  private record Poll(Urls urls, List<String> tags, PreferHeader prefer, boolean redirects) {

    Resource resource() {
      return redirects ? Resource.MONITOR : Resource.STATUS;
    }

    Kind kind() {
      return tags.isEmpty() ? Kind.POLL : Kind.CONDITIONAL;
    }
  }

  private Poll poll(Exchange exchange, boolean redirects) {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    return new Poll(
        exchange.urls(publicUrls),
        exchange.header(HttpHeaders.IF_NONE_MATCH),
        exchange.prefer().capped(settings.maxWait()),
        redirects);
  }

  private boolean isNews(Job job, Poll poll) {
    return job.status().isFinal()
        || (!poll.tags().isEmpty() && !answers.isKnown(job, poll.urls(), poll.tags()));
  }

  /** The answer to a poll that waited: it has told news, or has tried to. */
  private Response told(Job job, Poll poll, Optional<Visitor> visitor) {
    throttle.allow(visitor, job.id());
    return answer(job, poll, answers.retryAfter(job));
  }

  private Response answer(Job job, Poll poll, long retryAfter) {
    ResponseBuilder answer =
        poll.redirects() && job.status() == JobStatus.SUCCEEDED
            ? answers.finished(job, poll.urls())
            : answers.current(job, poll.urls(), poll.tags(), retryAfter);
    poll.prefer().appliedWait().ifPresent(applied -> answer.header("Preference-Applied", applied));
    return answer.build();
  }
}

package dev.accepted.http.content;

import dev.accepted.content.Content;
import dev.accepted.engine.JobService;
import dev.accepted.engine.pace.Pace;
import dev.accepted.guard.Caller;
import dev.accepted.http.exchange.log.ExchangeLog;
import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The result of a job. */
@ApplicationScoped
@Path("jobs/{id}/result")
public class ResultResource {

  private static final Map<String, String> NEGOTIATED =
      Map.of(HttpHeaders.VARY, HttpHeaders.ACCEPT);

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject ContentAnswers answers;
  @Inject Pace pace;
  @Inject ExchangeLog log;

  /**
   * The result in its own media type, or in one of those that its type offers beside it; 204 if the
   * job has none; 409 while there can't be one.
   */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Caller caller = exchange.caller();
    Job job = finder.find(caller, id);
    Kind kind = exchange.header(HttpHeaders.IF_NONE_MATCH).isEmpty() ? Kind.POLL : Kind.CONDITIONAL;
    return log.poll(exchange, exchange.visitor(caller), job.id(), Resource.RESULT, kind)
        .answer(() -> result(exchange, job));
  }

  private Response result(Exchange exchange, Job job) {
    Instant finished = job.state().finishedAt();
    if (job.status() != JobStatus.SUCCEEDED || finished == null) {
      throw absent(job);
    }
    if (job.state().result() == null) {
      return Response.noContent().header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE).build();
    }
    Content content =
        jobs.contents()
            .result(job)
            .orElseThrow(() -> new IllegalStateException("no bytes for the result of " + job.id()));
    List<Content> others = jobs.contents().alternatives(job);
    return others.isEmpty()
        ? answers.of(exchange, job, content, finished)
        : answers.of(exchange, job, chosen(exchange, content, others), finished, NEGOTIATED);
  }

  /** The representation that the client likes best; the result itself is the first of equals. */
  private static Content chosen(Exchange exchange, Content result, List<Content> others) {
    List<Content> all = new ArrayList<>(others);
    all.add(0, result);
    String liked =
        exchange.accepted(
            all.stream().map(content -> content.info().mediaType()).toArray(String[]::new));
    return all.stream()
        .filter(content -> content.info().mediaType().equals(liked))
        .findFirst()
        .orElse(result);
  }

  private Problem absent(Job job) {
    if (job.status().isFinal()) {
      return Problem.of(
              ProblemType.NO_RESULT,
              "The job has no result: it %s."
                  .formatted(job.status() == JobStatus.FAILED ? "failed" : "was canceled"))
          .with("outcome", job.status().wireName());
    }
    Problem early =
        Problem.of(
                ProblemType.RESULT_NOT_READY,
                "The job is %s; its result is not ready yet.".formatted(job.status().wireName()))
            .with("submittedAt", job.submission().submittedAt())
            .header(HttpHeaders.RETRY_AFTER, Long.toString(pace.retryAfterSeconds(job)));
    if (job.state().startedAt() != null) {
      early.with("startedAt", job.state().startedAt());
    }
    pace.estimatedCompletionAt(job).ifPresent(at -> early.with("estimatedCompletionAt", at));
    return early;
  }
}

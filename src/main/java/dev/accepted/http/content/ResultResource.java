package dev.accepted.http.content;

import dev.accepted.content.Content;
import dev.accepted.engine.JobService;
import dev.accepted.engine.pace.Pace;
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

/** The result of a job. */
@ApplicationScoped
@Path("jobs/{id}/result")
public class ResultResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject Pace pace;

  /** The result in its own media type; 204 if the job has none; 409 while there can't be one. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
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
    return ContentAnswers.of(jobs, exchange, job, content, finished);
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

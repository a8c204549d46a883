package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The file that a job was submitted with. */
@ApplicationScoped
@Path("jobs/{id}/input/file")
public class InputFileResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject ContentAnswers answers;

  /** The file in its own media type. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    return jobs.contents()
        .upload(job)
        .map(content -> answers.of(exchange, job, content, job.submission().submittedAt()))
        .orElseThrow(
            () ->
                Problem.of(ProblemType.UNKNOWN_RESOURCE, "The job was submitted without a file."));
  }
}

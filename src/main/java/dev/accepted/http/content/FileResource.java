package dev.accepted.http.content;

import dev.accepted.content.Content;
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

/** A file a job left beside its result. */
@ApplicationScoped
@Path("jobs/{id}/files/{name}")
public class FileResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject ContentAnswers answers;

  /** The file in its own media type. */
  @GET
  public Response read(
      @BeanParam Exchange exchange, @PathParam("id") String id, @PathParam("name") String name) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Content content =
        jobs.contents()
            .file(job, name)
            .orElseThrow(
                () ->
                    Problem.of(ProblemType.UNKNOWN_RESOURCE, "The job left no file of this name."));
    return answers.of(exchange, job, content, job.state().updatedAt());
  }
}

package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The lines a job has logged. */
@ApplicationScoped
@Path("jobs/{id}/log")
public class LogResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;

  /** All lines so far, as text or as a JSON object a line. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id)
      throws IOException {
    exchange.query().only();
    String form = exchange.accepted(LogStream.TEXT, LogStream.JSON_LINES);
    JobId job = finder.find(exchange.caller(), id).id();
    LogStream stream = new LogStream(jobs, job, form);
    Response.ResponseBuilder answer =
        exchange.isHead()
            ? Response.ok().header(HttpHeaders.CONTENT_LENGTH, stream.length())
            : Response.ok(stream);
    return answer
        .header(HttpHeaders.CONTENT_TYPE, form)
        .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}

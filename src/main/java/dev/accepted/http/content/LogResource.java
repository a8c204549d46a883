package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.stream.LogStreams;
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

  private static final String FOLLOW = "follow";

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject LogStreams streams;

  /** All lines so far, as text or as a JSON object a line; followed, also those to come. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id)
      throws IOException {
    boolean follow = exchange.query().only(FOLLOW).flag(FOLLOW);
    String form = exchange.accepted(LogStream.TEXT, LogStream.JSON_LINES);
    JobId job = finder.find(exchange.caller(), id).id();
    LogStream stream = new LogStream(jobs, job, form);
    return (follow ? followed(exchange, id, stream) : soFar(exchange, stream))
        .header(HttpHeaders.CONTENT_TYPE, form)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static Response.ResponseBuilder soFar(Exchange exchange, LogStream stream)
      throws IOException {
    return (exchange.isHead()
            ? Response.ok().header(HttpHeaders.CONTENT_LENGTH, stream.length())
            : Response.ok(stream))
        .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE);
  }

  private Response.ResponseBuilder followed(Exchange exchange, String id, LogStream stream) {
    if (!exchange.isHead()) {
      streams.follow(exchange, id, stream::line);
    }
    return Response.ok()
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .header("X-Accel-Buffering", "no");
  }
}

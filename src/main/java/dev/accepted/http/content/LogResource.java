package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.stream.Downloads;
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

/** The lines a job has logged. */
@ApplicationScoped
@Path("jobs/{id}/log")
public class LogResource {

  private static final String FOLLOW = "follow";

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject LogStreams streams;
  @Inject Downloads downloads;

  /** All lines so far, as text or as a JSON object a line; followed, also those to come. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    boolean follow = exchange.query().only(FOLLOW).flag(FOLLOW);
    String form = exchange.accepted(LogStream.TEXT, LogStream.JSON_LINES);
    JobId job = finder.find(exchange.caller(), id).id();
    LogStream stream = new LogStream(jobs, job, form);
    return (follow ? followed(exchange, id, stream) : soFar(exchange, stream))
        .header(HttpHeaders.CONTENT_TYPE, form)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private Response.ResponseBuilder soFar(Exchange exchange, LogStream stream) {
    Response.ResponseBuilder answer = Response.ok();
    if (exchange.isHead()) {
      answer.header(HttpHeaders.CONTENT_LENGTH, stream.length());
    } else {
      downloads.admit();
      downloads.send(exchange, answer, stream);
    }
    return answer.header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE);
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

package dev.accepted.http;

import dev.accepted.http.job.JobLister;
import dev.accepted.http.job.Monitors;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The caller's jobs, and the way to the monitor of each. */
@ApplicationScoped
@Path("jobs")
public class JobsResource {

  @Inject JobLister lister;
  @Inject Monitors monitors;
  @Inject Submissions submissions;

  /** Lists them, newest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    return lister.list(exchange);
  }

  /** How many of them a filter finds. */
  @GET
  @Path("count")
  public Response count(@BeanParam Exchange exchange) {
    return lister.count(exchange);
  }

  /** Submits one by an envelope that names its type. */
  @POST
  public void submit(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    submissions.envelope(response, exchange, body);
  }

  /** The status monitor of one. */
  @Path("{id}")
  public Object monitor(@BeanParam Exchange exchange, @PathParam("id") String id) {
    return monitors.monitor(exchange, id);
  }

  /** The status of one. */
  @Path("{id}/status")
  public Object status(@BeanParam Exchange exchange, @PathParam("id") String id) {
    return monitors.status(exchange, id);
  }
}

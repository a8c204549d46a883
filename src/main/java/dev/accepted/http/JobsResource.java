package dev.accepted.http;

import dev.accepted.guard.Caller;
import dev.accepted.http.job.JobLister;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.Submissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The caller's jobs. */
@RequestScoped
@Path("jobs")
public class JobsResource {

  @Inject Caller caller;
  @Inject JobLister lister;
  @Inject Submissions submissions;

  /** Lists them, newest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    return lister.list(exchange, caller);
  }

  /** Submits one by an envelope that names its type. */
  @POST
  public void submit(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    submissions.envelope(response, exchange, caller, body);
  }
}

package dev.accepted.http.job;

import dev.accepted.guard.Caller;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** The status of a job, for clients that don't want to be led on. */
@RequestScoped
@Path("jobs/{id}/status")
public class StatusResource {

  @Inject Caller caller;
  @Inject MonitorReader reader;

  /** Reports on the job. */
  @GET
  public void read(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    reader.read(response, exchange, caller, id, false);
  }
}

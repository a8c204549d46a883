package dev.accepted.http.job;

import dev.accepted.engine.JobService;
import dev.accepted.guard.Caller;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;

/** The status monitor of a job. */
@RequestScoped
@Path("jobs/{id}")
public class MonitorResource {

  @Inject Caller caller;
  @Inject MonitorReader reader;
  @Inject JobService jobs;

  /** Reports on the job; leads on to its result once it has succeeded. */
  @GET
  public void read(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    reader.read(response, exchange, caller, id, true);
  }

  /** Removes the job, and cancels it if it is still active. */
  @DELETE
  public void remove(@Suspended AsyncResponse response, @PathParam("id") String id) {
    Outcomes.answer(
        response,
        jobs.remove(caller.name(), JobFinder.id(id)),
        lookup -> {
          JobFinder.found(lookup);
          return Response.noContent().build();
        });
  }
}

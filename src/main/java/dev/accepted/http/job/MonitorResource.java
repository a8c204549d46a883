package dev.accepted.http.job;

import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;

/** The status monitor of a job. */
public class MonitorResource {

  private final Monitors monitors;
  private final String id;

  MonitorResource(Monitors monitors, String id) {
    this.monitors = monitors;
    this.id = id;
  }

  /** Reports on the job; leads on to its result once it has succeeded. */
  @GET
  public Response read(@BeanParam Exchange exchange) {
    return monitors.read(exchange, id, true);
  }

  /** Removes the job, and cancels it if it is still active. */
  @DELETE
  public void remove(@Suspended AsyncResponse response, @BeanParam Exchange exchange) {
    monitors.remove(response, exchange, id);
  }
}

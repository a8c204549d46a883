package dev.accepted.http.job;

import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/** The status of a job, for clients that don't want to be led on. */
public class StatusResource {

  private final Monitors monitors;
  private final String id;

  StatusResource(Monitors monitors, String id) {
    this.monitors = monitors;
    this.id = id;
  }

  /** Reports on the job. */
  @GET
  public Response read(@BeanParam Exchange exchange) {
    return monitors.read(exchange, id, false);
  }
}

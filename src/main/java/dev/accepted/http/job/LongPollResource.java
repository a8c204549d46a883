package dev.accepted.http.job;

import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** A job's monitor or status, for a request that would rather wait for news. */
public class LongPollResource {

  private final Monitors monitors;
  private final String id;
  private final boolean redirects;

  LongPollResource(Monitors monitors, String id, boolean redirects) {
    this.monitors = monitors;
    this.id = id;
    this.redirects = redirects;
  }

  /** Reports on the job when there is news, or when the client's patience is over. */
  @GET
  public void read(@Suspended AsyncResponse response, @BeanParam Exchange exchange) {
    monitors.await(response, exchange, id, redirects);
  }
}

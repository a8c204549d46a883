package dev.accepted.http.stream;

import dev.accepted.guard.Caller;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What happens to a job. */
@ApplicationScoped
@Path("jobs/{id}/events")
public class JobEventsResource {

  @Inject EventStreams streams;
  @Inject Openings openings;
  @Inject Throttle throttle;

  /** Tells it as it happens, until the job is finished. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only(StreamQuery.EVENT, StreamQuery.LAST_EVENT_ID);
    Caller caller = exchange.caller();
    Optional<Long> after = StreamQuery.after(exchange);
    if (exchange.isHead()) {
      openings.check(caller, id);
    }
    return streams.answer(
        exchange,
        StreamQuery.shown(exchange.query()),
        true,
        () -> openings.ofJob(caller, id, after),
        throttle.allowing(exchange.visitor(), JobFinder.id(id)));
  }
}

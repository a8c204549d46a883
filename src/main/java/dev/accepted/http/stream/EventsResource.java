package dev.accepted.http.stream;

import dev.accepted.guard.Caller;
import dev.accepted.http.job.ListQuery;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What happens to the caller's jobs. */
@ApplicationScoped
@Path("events")
public class EventsResource {

  @Inject EventStreams streams;
  @Inject Openings openings;

  /** Tells it as it happens; begins with how those stand that are not finished. */
  @GET
  public Response read(@BeanParam Exchange exchange) {
    ListQuery query =
        ListQuery.ofStream(exchange.query(), StreamQuery.EVENT, StreamQuery.LAST_EVENT_ID);
    Caller caller = exchange.caller();
    Optional<Long> after = StreamQuery.after(exchange);
    return streams.answer(
        exchange,
        StreamQuery.shown(exchange.query()),
        false,
        () -> openings.ofJobs(caller, query.filter(), query.limit(), after),
        () -> {});
  }
}

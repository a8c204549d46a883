package dev.accepted.http.quota;

import dev.accepted.engine.JobService;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where the caller stands. */
@ApplicationScoped
@Path("quota")
public class QuotaResource {

  @Inject JobService jobs;

  /** Its limits, and what it uses of each. */
  @GET
  public Response read(@BeanParam Exchange exchange) {
    exchange.query().only();
    return Answers.representation(exchange, QuotaView.of(jobs.quotas(exchange.caller().owner())));
  }
}

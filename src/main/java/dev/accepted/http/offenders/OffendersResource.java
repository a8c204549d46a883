package dev.accepted.http.offenders;

import dev.accepted.guard.throttle.Offenders;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who is not listened to, on this node. */
@ApplicationScoped
@Path("admin/offenders")
public class OffendersResource {

  @Inject Offenders offenders;

  /** All of them, longest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.operator();
    exchange.query().only();
    return Answers.representation(exchange, OffendersView.of(offenders.blocked()));
  }
}

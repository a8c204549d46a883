package dev.accepted.http.throttle;

import dev.accepted.guard.throttle.Offenders;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Somebody who is not listened to. */
@ApplicationScoped
@Path("admin/offenders/{id}")
public class OffenderResource {

  @Inject Offenders offenders;

  /** Listens to it again, as if nothing had been. */
  @DELETE
  public Response forgive(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.operator();
    exchange.query().only();
    if (!offenders.forgive(id)) {
      throw Problem.of(ProblemType.UNKNOWN_RESOURCE, "Nobody of this id is blocked on this node.");
    }
    return Response.noContent().build();
  }
}

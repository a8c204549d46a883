package dev.accepted.http.offenders;

import dev.accepted.engine.AuditService;
import dev.accepted.guard.throttle.Offender;
import dev.accepted.guard.throttle.Offenders;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Actors;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;

/** Somebody who is not listened to. */
@ApplicationScoped
@Path("admin/offenders/{id}")
public class OffenderResource {

  @Inject Offenders offenders;
  @Inject AuditService audit;
  @Inject Actors actors;

  /** Listens to it again, as if nothing had been: on this node, which has it in memory only. */
  @DELETE
  public void forgive(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.operator();
    exchange.query().only();
    Offender blocked =
        offenders.blocked().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(OffenderResource::unknown);
    Outcomes.answer(
        response,
        audit.record(actors.of(exchange), released(blocked), () -> offenders.forgive(id)),
        forgiven -> {
          if (!forgiven) {
            throw unknown();
          }
          return Response.noContent().build();
        });
  }

  private static Act released(Offender offender) {
    return Act.of(ActKind.OFFENDER_RELEASED, offender.id(), Optional.empty())
        .with("kind", offender.visitor().kind().name().toLowerCase(Locale.ROOT))
        .with("name", offender.visitor().name());
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "Nobody of this id is blocked on this node.");
  }
}

package dev.accepted.http.datasets;

import dev.accepted.datasets.DatasetInfo;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.OwnedDatasets;
import dev.accepted.engine.AuditService;
import dev.accepted.guard.Caller;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;

/** An imported table. */
@ApplicationScoped
@Path("datasets/{name}")
public class DatasetResource {

  @Inject Datasets datasets;
  @Inject AuditService audit;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** Its columns, and how many rows it has. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("name") String name) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return datasets
        .of(exchange.caller().owner())
        .find(name)
        .map(dataset -> Answers.representation(exchange, DatasetView.of(dataset, urls)))
        .orElseThrow(DatasetResource::missing);
  }

  /** Removes it, rows and all. */
  @DELETE
  public void remove(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("name") String name) {
    Caller caller = exchange.caller();
    OwnedDatasets seen = datasets.of(caller.owner());
    DatasetInfo found = seen.find(name).orElseThrow(DatasetResource::missing);
    Permissions.toChange(caller, found.owner());
    Act act =
        Act.ownedBy(found.owner(), ActKind.DATASET_REMOVED, name)
            .with("rows", Long.toString(found.rows()));
    Outcomes.answer(
        response,
        audit.record(actors.of(exchange), act, () -> seen.remove(name, caller.changes())),
        removed -> {
          if (!removed) {
            throw missing();
          }
          return Response.noContent().build();
        });
  }

  static Problem missing() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no dataset of this name.");
  }
}

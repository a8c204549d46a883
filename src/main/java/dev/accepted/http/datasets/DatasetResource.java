package dev.accepted.http.datasets;

import dev.accepted.datasets.Datasets;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** An imported table. */
@ApplicationScoped
@Path("datasets/{name}")
public class DatasetResource {

  @Inject Datasets datasets;
  @Inject PublicUrls publicUrls;

  /** Its columns, and how many rows it has. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("name") String name) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return datasets
        .find(name)
        .map(dataset -> Answers.representation(exchange, DatasetView.of(dataset, urls)))
        .orElseThrow(DatasetResource::missing);
  }

  /** Removes it, rows and all. */
  @DELETE
  public Response remove(@PathParam("name") String name) {
    if (!datasets.remove(name)) {
      throw missing();
    }
    return Response.noContent().build();
  }

  static Problem missing() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no dataset of this name.");
  }
}

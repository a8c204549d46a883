package dev.accepted.http.datasets;

import dev.accepted.datasets.Datasets;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The imported tables. */
@ApplicationScoped
@Path("datasets")
public class DatasetsResource {

  @Inject Datasets datasets;
  @Inject PublicUrls publicUrls;

  /** All of them, by name. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange,
        new DatasetsView(
            datasets.of(exchange.caller().owner()).list().stream()
                .map(dataset -> DatasetView.of(dataset, urls))
                .toList()));
  }
}

package dev.accepted.http.datasets;

import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.InvalidCursor;
import dev.accepted.datasets.NoSuchDataset;
import dev.accepted.datasets.RowPage;
import dev.accepted.guard.Caller;
import dev.accepted.http.datasets.DatasetView.ColumnView;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** An imported table's rows. */
@ApplicationScoped
@Path("datasets/{name}/rows")
public class RowsResource {

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1000;

  @Inject Datasets datasets;
  @Inject PublicUrls publicUrls;

  /** A page of them, in the order in which they were imported. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("name") String name) {
    QueryParameters query = exchange.query().only(LIMIT, CURSOR);
    Urls urls = publicUrls.seenBy(exchange.uri());
    int limit = query.whole(LIMIT, 1, MOST).orElse(DEFAULT_LIMIT);
    RowPage page = page(exchange.caller(), name, limit, query.single(CURSOR));
    Optional<String> next =
        Optional.ofNullable(page.next())
            .map(
                cursor ->
                    "%s?%s=%d&%s=%s"
                        .formatted(urls.rows(name), LIMIT, limit, CURSOR, Urls.query(cursor)));
    return Answers.page(
        exchange,
        new RowsView(ColumnView.of(page.columns()), page.rows(), next.orElse(null)),
        next);
  }

  private RowPage page(Caller caller, String name, int limit, Optional<String> cursor) {
    try {
      return datasets.of(caller.owner()).rows(name, limit, cursor.orElse(null));
    } catch (NoSuchDataset missing) {
      throw DatasetResource.missing();
    } catch (InvalidCursor invalid) {
      throw Problem.parameter(
          CURSOR, "This is not a cursor that a page of these rows has handed out.");
    }
  }
}

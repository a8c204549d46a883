package dev.accepted.http.datasets;

import dev.accepted.datasets.DatasetsUnavailable;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A database of imported tables that is out of order is a 503. */
@Provider
public class DatasetsUnavailableMapper implements ExceptionMapper<DatasetsUnavailable> {

  private static final Logger LOG = System.getLogger(DatasetsUnavailableMapper.class.getName());

  private static final int RETRY_AFTER = 5;

  @Context private Providers providers;

  @Override
  public Response toResponse(DatasetsUnavailable down) {
    LOG.log(
        down.isLogged() ? Level.DEBUG : Level.WARNING, "Imported tables could not be read", down);
    Problem problem =
        Problem.later(
            ProblemType.STORE_UNAVAILABLE,
            "The imported tables can't be reached at the moment.",
            RETRY_AFTER);
    return providers.getExceptionMapper(Throwable.class).toResponse(problem);
  }
}

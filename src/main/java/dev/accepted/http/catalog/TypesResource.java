package dev.accepted.http.catalog;

import dev.accepted.config.Settings;
import dev.accepted.engine.JobTypes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The job types. */
@ApplicationScoped
@Path("types")
public class TypesResource {

  @Inject JobTypes types;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;

  /** All of them. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange,
        new TypesView(
            types.all().stream().map(type -> TypeViews.of(type, settings, urls)).toList()));
  }

  /** One of them. */
  @GET
  @Path("{type}")
  public Response read(@BeanParam Exchange exchange, @PathParam("type") String name) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return types
        .named(name)
        .map(type -> Answers.representation(exchange, TypeViews.of(type, settings, urls)))
        .orElseThrow(
            () -> Problem.of(ProblemType.UNKNOWN_JOB_TYPE, "There is no job type of this name."));
  }
}

package dev.accepted.http.catalog;

import dev.accepted.config.Settings;
import dev.accepted.engine.JobService;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** The job types. */
@ApplicationScoped
@Path("types")
public class TypesResource {

  @Inject JobTypes types;
  @Inject JobService jobs;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** All of them. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange, new TypesView(types.all().stream().map(type -> view(type, urls)).toList()));
  }

  /** One of them. */
  @GET
  @Path("{type}")
  public Response read(@BeanParam Exchange exchange, @PathParam("type") String name) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(exchange, view(named(name), urls));
  }

  /**
   * For maintenance: its jobs are accepted and wait, and none is started. Again: changes nothing.
   */
  @POST
  @Path("{type}/pause")
  public void pause(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("type") String name) {
    change(response, exchange, named(name), jobs::pause);
  }

  /** Its jobs are started again. Again: changes nothing. */
  @POST
  @Path("{type}/resume")
  public void resume(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("type") String name) {
    change(response, exchange, named(name), jobs::resume);
  }

  private void change(
      AsyncResponse response,
      Exchange exchange,
      RegisteredType type,
      BiFunction<String, Actor, CompletionStage<Boolean>> how) {
    exchange.operator();
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        how.apply(type.name(), actors.of(exchange)),
        changed ->
            Answers.json(Response.Status.OK.getStatusCode(), WireJson.bytes(view(type, urls)))
                .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
                .build());
  }

  private RegisteredType named(String name) {
    return types
        .named(name)
        .orElseThrow(
            () -> Problem.of(ProblemType.UNKNOWN_JOB_TYPE, "There is no job type of this name."));
  }

  private TypeView view(RegisteredType type, Urls urls) {
    return TypeViews.of(type, jobs.pausedSince(type.name()), settings, urls);
  }
}

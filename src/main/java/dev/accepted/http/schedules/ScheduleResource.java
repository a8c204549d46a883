package dev.accepted.http.schedules;

import dev.accepted.config.Settings;
import dev.accepted.engine.ScheduleService;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.guard.Caller;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Changeable;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.submission.Submissions;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Actor;
import dev.accepted.job.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A schedule. */
@ApplicationScoped
@Path("schedules/{id}")
public class ScheduleResource {

  private static final Changeable KIND = ScheduleFinder.KIND;

  @Inject ScheduleService schedules;
  @Inject ScheduleFinder finder;
  @Inject Submissions submissions;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** What it submits, when, and what became of that. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange, ScheduleView.of(finder.find(exchange.caller(), id), urls, exchange.caller()));
  }

  /**
   * Other times or other jobs: the body says all of it. With {@code If-Match}, only if it still is
   * what the client has seen.
   */
  @PUT
  public void change(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Caller caller = exchange.caller();
    ScheduleReport before = finder.toChange(caller, id);
    RequestedSchedule asked =
        ScheduleBody.read(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Urls urls = publicUrls.seenBy(exchange.uri());
    Optional<ScheduleReport> seen = ScheduleFinder.seen(exchange, before, urls);
    Outcomes.answer(
        response,
        schedules.change(before.owner(), before.id(), seen, asked, urls.api(), actors.of(exchange)),
        change -> ok(KIND.made(change).orElseThrow(), urls, caller));
  }

  /** It submits nothing from now on. Again: changes nothing. */
  @POST
  @Path("pause")
  public void pause(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    move(response, exchange, id, schedules::pause);
  }

  /** It goes on with the next of its times. Again: changes nothing. */
  @POST
  @Path("resume")
  public void resume(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    move(response, exchange, id, schedules::resume);
  }

  /** A change to another state. */
  @FunctionalInterface
  private interface Move {
    CompletionStage<Optional<ScheduleReport>> make(Owners owners, UUID id, Actor actor);
  }

  private void move(AsyncResponse response, Exchange exchange, String id, Move change) {
    exchange.query().only();
    Caller caller = exchange.caller();
    ScheduleReport before = finder.toChange(caller, id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        change.make(new Owners.Only(before.owner()), before.id(), actors.of(exchange)),
        moved -> ok(moved.orElseThrow(KIND::unknown), urls, caller));
  }

  /** Submits a job of it now: answered as any submission is. */
  @POST
  @Path("run")
  public void run(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    ScheduleReport found = finder.toChange(exchange.caller(), id);
    Actor actor = actors.of(exchange);
    submissions.elsewhere(
        response,
        exchange,
        (key, trace) ->
            schedules
                .run(new Owners.Only(found.owner()), found.id(), key, trace, actor)
                .orElseThrow(KIND::unknown));
  }

  /** Ends it: 204. With {@code If-Match}, only if it still is what the client has seen. */
  @DELETE
  public void remove(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    ScheduleReport before = finder.toChange(exchange.caller(), id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        schedules.remove(
            new Owners.Only(before.owner()),
            before.id(),
            ScheduleFinder.seen(exchange, before, urls),
            actors.of(exchange)),
        change -> {
          KIND.made(change);
          return Response.noContent().build();
        });
  }

  private static Response ok(ScheduleReport report, Urls urls, Caller caller) {
    return Changeable.ok(ScheduleView.of(report, urls, caller));
  }
}

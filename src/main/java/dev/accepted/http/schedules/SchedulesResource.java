package dev.accepted.http.schedules;

import dev.accepted.config.Settings;
import dev.accepted.engine.ScheduleService;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.guard.Caller;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Changeable;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The caller's schedules. */
@ApplicationScoped
@Path("schedules")
public class SchedulesResource {

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final int USUAL = 50;
  private static final int MOST = 500;

  @Inject ScheduleService schedules;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** A page of them, newest first, without their inputs. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only(LIMIT, CURSOR);
    int limit = exchange.query().whole(LIMIT, 1, MOST).orElse(USUAL);
    Optional<UUID> before = exchange.query().single(CURSOR).map(SchedulesResource::cursor);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Caller caller = exchange.caller();
    List<ScheduleReport> found = schedules.list(caller.sees(), limit + 1, before.orElse(null));
    List<ScheduleReport> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(
                "%s?%s=%d&%s=%s"
                    .formatted(urls.schedules(), LIMIT, limit, CURSOR, page.get(limit - 1).id()))
            : Optional.empty();
    return Answers.page(
        exchange,
        new SchedulesView(
            page.stream().map(report -> ScheduleView.of(report, urls, caller)).toList(),
            next.orElse(null)),
        next);
  }

  private static UUID cursor(String text) {
    return JobId.parse(text)
        .map(JobId::value)
        .orElseThrow(
            () ->
                Problem.parameter(
                    CURSOR, "This is not a cursor that a page of this list has handed out."));
  }

  /** A new one: 201. */
  @POST
  public void add(@Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    exchange.query().only();
    Caller caller = exchange.caller();
    Permissions.toChange(caller, caller.owner());
    RequestedSchedule asked =
        ScheduleBody.read(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        schedules.add(caller.owner(), asked, urls.api(), actors.of(exchange)),
        added -> created(added.orElseThrow(this::tooMany), urls, caller));
  }

  private static Response created(ScheduleReport added, Urls urls, Caller caller) {
    return Changeable.created(urls.schedule(added.id()), ScheduleView.of(added, urls, caller));
  }

  private Problem tooMany() {
    return Problem.of(
            ProblemType.TOO_MANY_SCHEDULES,
            "There may be no more than %d schedules.".formatted(schedules.most()))
        .with("limit", schedules.most());
  }
}

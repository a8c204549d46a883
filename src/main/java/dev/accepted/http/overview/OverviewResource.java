package dev.accepted.http.overview;

import dev.accepted.engine.OverviewService;
import dev.accepted.engine.activity.Activity.Span;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.http.stream.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** How things stand, and what was done in the last hour or day. */
@ApplicationScoped
@Path("overview")
public class OverviewResource {

  private static final String SPAN = "span";
  private static final Map<String, Span> SPANS = Map.of("PT1H", Span.HOUR, "P1D", Span.DAY);

  @Inject Overviews overviews;
  @Inject OverviewService service;
  @Inject Snapshots snapshots;

  /** How things stand now. */
  @GET
  public Response read(@BeanParam Exchange exchange) {
    exchange.query().only();
    return Answers.representation(exchange, overviews.of(exchange.caller()));
  }

  /** The same, again and again. */
  @GET
  @Path("events")
  public Response follow(@BeanParam Exchange exchange) {
    exchange.query().only();
    Caller caller = exchange.caller();
    return snapshots.answer(exchange, "overview", () -> overviews.line(caller));
  }

  /** What was done. */
  @GET
  @Path("activity")
  public Response activity(@BeanParam Exchange exchange) {
    if (!Overviews.seesServer(exchange.caller())) {
      throw Problem.of(
              ProblemType.NOT_ALLOWED,
              "This tells of everybody's jobs: it takes the role observe, of no tenant.")
          .with("role", Role.OBSERVE.wireName());
    }
    Span span = span(exchange.query());
    return Answers.representation(
        exchange, ActivityView.of(service.activity(span).orElseThrow(Refusal.StoreDown::new)));
  }

  private static Span span(QueryParameters query) {
    query.only(SPAN);
    Span span = SPANS.get(query.single(SPAN).orElse("PT1H"));
    if (span == null) {
      throw Problem.parameter(SPAN, "A span is PT1H or P1D.");
    }
    return span;
  }
}

package dev.accepted.http.simulator;

import dev.accepted.config.Settings;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The simulator: all status codes, and an answer with each. */
@ApplicationScoped
@Path("status")
public class SimulatorResource {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{3}");

  @Inject Sleepers sleepers;
  @Inject SimulatedRuns runs;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Clock clock;

  /** All of them, explained. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.page(
        exchange,
        new StatusesView(
            StatusCodes.all().stream()
                .map(code -> StatusView.of(code, urls.status(code.code())))
                .toList(),
            StatusCodes.informational().stream().map(code -> StatusView.of(code, null)).toList()),
        Optional.empty());
  }

  /** An answer with that status. */
  @GET
  @Path("{code}")
  public void get(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("code") String code) {
    answer(response, exchange, code);
  }

  /** The same to POST; what is sent is not looked at, as in all that follow. */
  @POST
  @Path("{code}")
  public void post(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("code") String code) {
    answer(response, exchange, code);
  }

  /** The same to PUT. */
  @PUT
  @Path("{code}")
  public void put(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("code") String code) {
    answer(response, exchange, code);
  }

  /** The same to PATCH. */
  @PATCH
  @Path("{code}")
  public void patch(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("code") String code) {
    answer(response, exchange, code);
  }

  /** The same to DELETE. */
  @DELETE
  @Path("{code}")
  public void delete(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("code") String code) {
    answer(response, exchange, code);
  }

  /** The status monitor that a simulated 202 leads to. */
  @GET
  @Path("202/monitors/{run}")
  public Response monitor(@BeanParam Exchange exchange, @PathParam("run") String run) {
    return runs.monitor(exchange, run);
  }

  /** The result that this leads to. */
  @GET
  @Path("202/results/{run}")
  public Response result(@BeanParam Exchange exchange, @PathParam("run") String run) {
    return runs.result(exchange, run);
  }

  private void answer(AsyncResponse response, Exchange exchange, String code) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    SimulatedAnswer answer = SimulatedAnswer.to(exchange, registered(code), urls);
    int millis = exchange.query().whole("sleep", 0, Integer.MAX_VALUE).orElse(0);
    Duration sleep = Duration.ofMillis(Math.min(millis, settings.maxWait().toMillis()));
    Clock time = clock;
    if (sleep.isZero()) {
      response.resume(answer.at(time.instant()));
    } else {
      sleepers.hold(response, sleep, () -> answer.at(time.instant()));
    }
  }

  private static StatusCode registered(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw unknown("A status code has three digits, such as 404.");
    }
    int number = Integer.parseInt(text);
    if (StatusCodes.informational(number).isPresent()) {
      throw unknown(
          "A 1xx is an interim answer: another follows on the same exchange, and most clients never"
              + " show it to anybody. It is explained at /api/status.");
    }
    return StatusCodes.of(number)
        .orElseThrow(
            () ->
                unknown("IANA has registered no such status code; /api/status has those it has."));
  }

  private static Problem unknown(String detail) {
    return Problem.of(ProblemType.UNKNOWN_STATUS_CODE, detail);
  }
}

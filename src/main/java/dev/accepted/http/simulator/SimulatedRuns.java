package dev.accepted.http.simulator;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;

/** Where a simulated 202 leads: a status monitor and a result, of which nothing is kept. */
@ApplicationScoped
class SimulatedRuns {

  private static final int SEE_OTHER = 303;

  @Inject PublicUrls publicUrls;
  @Inject Clock clock;

  /** How it stands; 303 to its result when it is over. */
  Response monitor(Exchange exchange, String name) {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    Instant now = clock.instant();
    SimulatedRun run = named(name, now);
    Urls urls = publicUrls.seenBy(exchange.uri());
    byte[] view = WireJson.bytes(RunView.of(run, now, urls.simulatedResult(run.text())));
    if (run.isOver(now)) {
      return Answers.json(SEE_OTHER, view)
          .header(HttpHeaders.LOCATION, urls.simulatedResult(run.text()))
          .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
          .build();
    }
    return Answers.json(Response.Status.OK.getStatusCode(), view)
        .header(HttpHeaders.RETRY_AFTER, run.retryAfter(now))
        .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE)
        .build();
  }

  /** What came of it. */
  Response result(Exchange exchange, String name) {
    exchange.query().only();
    Instant now = clock.instant();
    SimulatedRun run = named(name, now);
    if (!run.isOver(now)) {
      throw Problem.of(ProblemType.RESULT_NOT_READY, "The simulated job has not finished yet.")
          .with("startedAt", run.began())
          .with("estimatedCompletionAt", run.end())
          .header(HttpHeaders.RETRY_AFTER, Long.toString(run.retryAfter(now)));
    }
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(exchange, RunView.of(run, now, urls.simulatedResult(run.text())));
  }

  private static SimulatedRun named(String name, Instant now) {
    return SimulatedRun.named(name, now)
        .orElseThrow(
            () ->
                Problem.of(
                    ProblemType.UNKNOWN_RESOURCE,
                    "There is no such simulated job: a 202 of the simulator leads to one."));
  }
}

package dev.accepted.http.job;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.RetryOutcome;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** Runs a failed or canceled job again. */
@ApplicationScoped
@Path("jobs/{id}/retry")
public class RetryResource {

  @Inject JobService jobs;
  @Inject JobFinder finder;
  @Inject JobAnswers answers;
  @Inject PublicUrls publicUrls;
  @Inject Throttle throttle;
  @Inject Actors actors;

  /** Puts it back: 202, as for a submission. */
  @POST
  public void retry(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    JobId job = JobFinder.id(id);
    throttle.allow(exchange.visitor(), job);
    Outcomes.answer(
        response,
        jobs.retry(finder.toChange(exchange.caller(), id), job, actors.of(exchange)),
        outcome -> answers.accepted(retried(outcome), urls).build());
  }

  private static Job retried(RetryOutcome outcome) {
    if (outcome instanceof RetryOutcome.Retried retried) {
      return retried.job();
    }
    if (outcome instanceof RetryOutcome.Missing missing) {
      return JobFinder.found(missing.lookup());
    }
    throw Problem.of(ProblemType.NOT_RETRIABLE, "Only a failed or canceled job can be run again.");
  }
}

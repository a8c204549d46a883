package dev.accepted.http.job;

import dev.accepted.engine.JobService;
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

/** Stops a job. */
@ApplicationScoped
@Path("jobs/{id}/cancel")
public class CancelResource {

  @Inject JobService jobs;
  @Inject JobFinder finder;
  @Inject JobAnswers answers;
  @Inject PublicUrls publicUrls;
  @Inject Throttle throttle;
  @Inject Actors actors;

  /** Asks for it: 200 if the job is finished now, or was before; 202 if it has yet to stop. */
  @POST
  public void cancel(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    JobId job = JobFinder.id(id);
    throttle.allow(exchange.visitor(), job);
    Outcomes.answer(
        response,
        jobs.cancel(finder.toChange(exchange.caller(), id), job, actors.of(exchange)),
        lookup -> {
          Job asked = JobFinder.found(lookup);
          return (asked.status().isFinal()
                  ? answers.done(asked, urls)
                  : answers.accepted(asked, urls))
              .build();
        });
  }
}

package dev.accepted.http.priority;

import dev.accepted.config.Settings;
import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobAnswers;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.submission.JsonMembers;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Moves a job that waits forward or back in its queue. */
@ApplicationScoped
@Path("jobs/{id}/priority")
public class PriorityResource {

  private static final String PRIORITY = "priority";
  private static final int MOST = 9;

  @Inject JobService jobs;
  @Inject JobFinder finder;
  @Inject JobAnswers answers;
  @Inject PublicUrls publicUrls;
  @Inject Throttle throttle;
  @Inject Actors actors;
  @Inject Settings settings;

  /** Gives it another: 200 if it has that now, or had before. */
  @PUT
  public void change(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    JobId job = finder.find(exchange.caller(), id).id();
    throttle.allow(exchange.visitor(), job);
    Owners owners = finder.toChange(exchange.caller(), id);
    int priority = priority(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Outcomes.answer(
        response,
        jobs.prioritize(owners, job, priority, actors.of(exchange)),
        lookup -> answers.done(waiting(JobFinder.found(lookup)), urls).build());
  }

  private static int priority(JsonObject body) {
    JsonMembers members = new JsonMembers(body, Set.of(PRIORITY));
    int priority = members.whole(PRIORITY).orElse(-1);
    if (members.valid() && (priority < 0 || priority > MOST)) {
      members.invalid(PRIORITY, "A priority is a whole number from 0 to 9.");
    }
    members.end();
    return priority;
  }

  private static Job waiting(Job job) {
    if (!job.status().isWaiting()) {
      throw Problem.of(
          ProblemType.NOT_WAITING,
          "The job %s: only one that is scheduled or queued can be given another priority."
              .formatted(job.status().isFinal() ? "has finished" : "is running"));
    }
    return job;
  }
}

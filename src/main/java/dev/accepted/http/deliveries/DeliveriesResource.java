package dev.accepted.http.deliveries;

import dev.accepted.engine.JobService;
import dev.accepted.http.deliveries.DeliveriesView.DeliveryView;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Job;
import dev.accepted.webhooks.DeliveryReport;
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

/** What was sent to the receivers of a job's events. */
@ApplicationScoped
@Path("jobs/{id}/deliveries")
public class DeliveriesResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject PublicUrls publicUrls;

  /** Lists it, with what came of each attempt. */
  @GET
  public Response list(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange,
        new DeliveriesView(
            jobs.deliveries(job).stream()
                .map(report -> DeliveriesView.of(report, job, urls))
                .toList()));
  }

  /** Sends one again that has arrived or was given up: 202. */
  @POST
  @Path("{number}/send")
  public void send(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      @PathParam("number") String text) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    DeliveryReport before = find(job, text);
    Outcomes.answer(
        response,
        jobs.sendAgain(job, before.number()),
        again -> {
          if (!again) {
            throw Problem.of(
                ProblemType.NOT_SENDABLE,
                "Only a delivery that has arrived or is dead can be sent again.");
          }
          return accepted(DeliveriesView.of(find(job, text), job, urls));
        });
  }

  private DeliveryReport find(Job job, String number) {
    return jobs.deliveries(job).stream()
        .filter(report -> Long.toString(report.number()).equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    ProblemType.UNKNOWN_RESOURCE, "The job has no delivery of this number."));
  }

  private static Response accepted(DeliveryView view) {
    return Answers.json(Response.Status.ACCEPTED.getStatusCode(), WireJson.bytes(view))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }
}

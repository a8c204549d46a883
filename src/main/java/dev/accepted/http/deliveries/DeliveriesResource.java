package dev.accepted.http.deliveries;

import dev.accepted.engine.JobService;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.job.Actor;
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
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What was sent to the receivers of a job's events. */
@ApplicationScoped
@Path("jobs/{id}/deliveries")
public class DeliveriesResource {

  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** Lists it, with what came of each attempt. */
  @GET
  public Response list(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    String list = url(exchange, job);
    return Answers.representation(
        exchange,
        new DeliveriesView(
            jobs.deliveries(job).stream().map(report -> DeliveriesView.of(report, list)).toList(),
            null));
  }

  /** Sends one again that has arrived or was given up: 202. */
  @POST
  @Path("{number}/send")
  public void send(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      @PathParam("number") String number) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Permissions.toChange(exchange.caller(), job.owner());
    Actor actor = actors.of(exchange);
    SendingAgain.answer(
        response,
        () -> find(job, number),
        delivery -> jobs.sendAgain(job, delivery, actor),
        url(exchange, job));
  }

  private String url(Exchange exchange, Job job) {
    return publicUrls.seenBy(exchange.uri()).of(job.id(), "deliveries");
  }

  private Optional<DeliveryReport> find(Job job, String number) {
    return jobs.deliveries(job).stream()
        .filter(report -> Long.toString(report.number()).equals(number))
        .findFirst();
  }
}

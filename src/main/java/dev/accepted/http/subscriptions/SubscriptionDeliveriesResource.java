package dev.accepted.http.subscriptions;

import dev.accepted.engine.SubscriptionService;
import dev.accepted.http.deliveries.DeliveriesView;
import dev.accepted.http.deliveries.SendingAgain;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.job.Actor;
import dev.accepted.webhooks.DeliveryReport;
import dev.accepted.webhooks.SubscriptionReport;
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
import java.util.List;
import java.util.Optional;

/** What was sent to a subscription. */
@ApplicationScoped
@Path("subscriptions/{id}/deliveries")
public class SubscriptionDeliveriesResource {

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final int USUAL = 50;
  private static final int MOST = 500;

  @Inject SubscriptionService subscriptions;
  @Inject SubscriptionFinder finder;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** A page of it, newest first, with what came of each attempt. */
  @GET
  public Response list(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only(LIMIT, CURSOR);
    int limit = exchange.query().whole(LIMIT, 1, MOST).orElse(USUAL);
    long before =
        exchange
            .query()
            .single(CURSOR)
            .map(text -> number(text).orElseThrow(SubscriptionDeliveriesResource::noCursor))
            .orElse(Long.MAX_VALUE);
    SubscriptionReport subscription = finder.find(exchange.caller(), id);
    String list = url(exchange, subscription);
    List<DeliveryReport> found = subscriptions.deliveries(subscription, before, limit + 1);
    List<DeliveryReport> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(
                "%s?%s=%d&%s=%d"
                    .formatted(list, LIMIT, limit, CURSOR, page.get(limit - 1).number()))
            : Optional.empty();
    return Answers.page(
        exchange,
        new DeliveriesView(
            page.stream().map(report -> DeliveriesView.of(report, list)).toList(),
            next.orElse(null)),
        next);
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
    SubscriptionReport subscription = finder.find(exchange.caller(), id);
    Permissions.toChange(exchange.caller(), subscription.owner());
    Actor actor = actors.of(exchange);
    SendingAgain.answer(
        response,
        () -> find(subscription, number),
        delivery -> subscriptions.sendAgain(subscription, delivery, actor),
        url(exchange, subscription));
  }

  private Optional<DeliveryReport> find(SubscriptionReport subscription, String text) {
    return number(text)
        .flatMap(
            number ->
                subscriptions.deliveries(subscription, number + 1, 1).stream()
                    .filter(report -> report.number() == number)
                    .findFirst());
  }

  private String url(Exchange exchange, SubscriptionReport subscription) {
    return publicUrls.seenBy(exchange.uri()).subscription(subscription.id()) + "/deliveries";
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text))
          .filter(number -> number > 0 && number < Long.MAX_VALUE);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Problem noCursor() {
    return Problem.parameter(
        CURSOR, "This is not a cursor that a page of this list has handed out.");
  }
}

package dev.accepted.http.subscriptions;

import dev.accepted.config.Settings;
import dev.accepted.engine.SubscriptionService;
import dev.accepted.engine.intake.RequestedSubscription;
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
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
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

/** The caller's subscriptions. */
@ApplicationScoped
@Path("subscriptions")
public class SubscriptionsResource {

  @Inject SubscriptionService subscriptions;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** All of them, newest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange,
        new SubscriptionsView(
            subscriptions.list(exchange.caller().sees()).stream()
                .map(report -> SubscriptionView.of(report, urls))
                .toList()));
  }

  /** A new one: 201, with its secret. */
  @POST
  public void add(@Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    exchange.query().only();
    Caller caller = exchange.caller();
    Permissions.toChange(caller, caller.owner());
    RequestedSubscription asked =
        SubscriptionBody.fresh(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        subscriptions.add(caller.owner(), asked, urls.api(), actors.of(exchange)),
        added -> created(added.orElseThrow(this::tooMany), urls));
  }

  private static Response created(WithSecret added, Urls urls) {
    return Changeable.created(
        urls.subscription(added.subscription().id()), SubscriptionView.of(added, urls));
  }

  private Problem tooMany() {
    return Problem.of(
            ProblemType.TOO_MANY_SUBSCRIPTIONS,
            "There may be no more than %d subscriptions.".formatted(subscriptions.most()))
        .with("limit", subscriptions.most());
  }
}

package dev.accepted.http.subscriptions;

import dev.accepted.config.Settings;
import dev.accepted.engine.SubscriptionService;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Changeable;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.subscriptions.SubscriptionBody.Rotation;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Actor;
import dev.accepted.job.Owners;
import dev.accepted.webhooks.SubscriptionReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A subscription. */
@ApplicationScoped
@Path("subscriptions/{id}")
public class SubscriptionResource {

  private static final Changeable KIND = SubscriptionFinder.KIND;

  @Inject SubscriptionService subscriptions;
  @Inject SubscriptionFinder finder;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** What it is told, and whether it is. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange, SubscriptionView.of(finder.find(exchange.caller(), id), urls));
  }

  /**
   * Another receiver or filter: the body says all of it, but for the secret. With {@code If-Match},
   * only if it still is what the client has seen.
   */
  @PUT
  public void change(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    UUID known = KIND.id(id);
    RequestedSubscription asked =
        SubscriptionBody.changed(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Urls urls = publicUrls.seenBy(exchange.uri());
    Optional<SubscriptionReport> seen = finder.seen(exchange, id, urls);
    Outcomes.answer(
        response,
        subscriptions.change(changing, known, seen, asked, urls.api(), actors.of(exchange)),
        change -> Changeable.ok(SubscriptionView.of(KIND.made(change).orElseThrow(), urls)));
  }

  /** It is told nothing from now on, and what waits for it is given up. Again: changes nothing. */
  @POST
  @Path("pause")
  public void pause(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    move(response, exchange, id, subscriptions::pause);
  }

  /** It is told what happens from now on. Again: changes nothing. */
  @POST
  @Path("resume")
  public void resume(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    move(response, exchange, id, subscriptions::resume);
  }

  /** A change to another state. */
  @FunctionalInterface
  private interface Move {
    CompletionStage<Optional<SubscriptionReport>> make(Owners owners, UUID id, Actor actor);
  }

  private void move(AsyncResponse response, Exchange exchange, String id, Move change) {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        change.make(changing, KIND.id(id), actors.of(exchange)),
        moved -> Changeable.ok(SubscriptionView.of(moved.orElseThrow(KIND::unknown), urls)));
  }

  /** A new secret, which is told now and never again. No body is as good as an empty object. */
  @POST
  @Path("secret")
  public void rotate(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    UUID known = KIND.id(id);
    Rotation rotation =
        SubscriptionBody.rotation(
            exchange.first(HttpHeaders.CONTENT_TYPE).isPresent()
                ? JsonBody.read(exchange, body, settings.maxBodyBytes())
                : JsonValue.EMPTY_JSON_OBJECT);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        subscriptions.rotate(
            changing, known, rotation.secret(), rotation.overlap(), actors.of(exchange)),
        rotated -> Changeable.ok(SubscriptionView.of(rotated.orElseThrow(KIND::unknown), urls)));
  }

  /**
   * Ends it, and what waits for it: 204. With {@code If-Match}, only if it still is what the client
   * has seen.
   */
  @DELETE
  public void remove(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    UUID known = KIND.id(id);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        subscriptions.remove(
            finder.toChange(exchange.caller(), id),
            known,
            finder.seen(exchange, id, urls),
            actors.of(exchange)),
        change -> {
          KIND.made(change);
          return Response.noContent().build();
        });
  }
}

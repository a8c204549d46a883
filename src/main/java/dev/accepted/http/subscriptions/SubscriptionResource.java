package dev.accepted.http.subscriptions;

import dev.accepted.config.Settings;
import dev.accepted.engine.SubscriptionService;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.subscriptions.SubscriptionBody.Rotation;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
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

  @Inject SubscriptionService subscriptions;
  @Inject SubscriptionFinder finder;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;

  /** What it is told, and whether it is. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange, SubscriptionView.of(finder.find(exchange.caller(), id), urls));
  }

  /** Another receiver or filter: the body says all of it, but for the secret. */
  @PUT
  public void change(
      @Suspended AsyncResponse response,
      @BeanParam Exchange exchange,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    UUID known = SubscriptionFinder.id(id);
    RequestedSubscription asked =
        SubscriptionBody.changed(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Urls urls = publicUrls.seenBy(exchange.uri());
    answer(response, subscriptions.change(changing, known, asked, urls.api()), urls);
  }

  /** It is told nothing from now on, and what waits for it is given up. Again: changes nothing. */
  @POST
  @Path("pause")
  public void pause(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    answer(
        response,
        subscriptions.pause(changing, SubscriptionFinder.id(id)),
        publicUrls.seenBy(exchange.uri()));
  }

  /** It is told what happens from now on. Again: changes nothing. */
  @POST
  @Path("resume")
  public void resume(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Owners changing = finder.toChange(exchange.caller(), id);
    answer(
        response,
        subscriptions.resume(changing, SubscriptionFinder.id(id)),
        publicUrls.seenBy(exchange.uri()));
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
    UUID known = SubscriptionFinder.id(id);
    Rotation rotation =
        SubscriptionBody.rotation(
            exchange.first(HttpHeaders.CONTENT_TYPE).isPresent()
                ? JsonBody.read(exchange, body, settings.maxBodyBytes())
                : JsonValue.EMPTY_JSON_OBJECT);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response,
        subscriptions.rotate(changing, known, rotation.secret(), rotation.overlap()),
        rotated -> ok(SubscriptionView.of(rotated.orElseThrow(SubscriptionFinder::unknown), urls)));
  }

  /** Ends it, and what waits for it: 204. */
  @DELETE
  public void remove(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Outcomes.answer(
        response,
        subscriptions.remove(finder.toChange(exchange.caller(), id), SubscriptionFinder.id(id)),
        removed -> {
          if (!removed) {
            throw SubscriptionFinder.unknown();
          }
          return Response.noContent().build();
        });
  }

  private static void answer(
      AsyncResponse response, CompletionStage<Optional<SubscriptionReport>> changed, Urls urls) {
    Outcomes.answer(
        response,
        changed,
        report -> ok(SubscriptionView.of(report.orElseThrow(SubscriptionFinder::unknown), urls)));
  }

  private static Response ok(SubscriptionView view) {
    return Answers.json(Response.Status.OK.getStatusCode(), WireJson.bytes(view))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }
}

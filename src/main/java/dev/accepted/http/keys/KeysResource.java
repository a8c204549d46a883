package dev.accepted.http.keys;

import dev.accepted.config.Settings;
import dev.accepted.engine.KeyService;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.keys.KeyReport;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.http.job.Outcomes;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.throttle.Actors;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** The API keys: all of them, or those of the administrator's tenant. */
@ApplicationScoped
@Path("admin/keys")
public class KeysResource {

  @Inject KeyService keys;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject PublicUrls publicUrls;
  @Inject Actors actors;

  /** The newest thousand, with those that count no more. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.representation(
        exchange,
        new KeysView(
            keys.list(exchange.caller(Role.ADMIN)).stream()
                .map(report -> KeyView.of(report, urls))
                .toList()));
  }

  /** A new one: 201, with what is to be sent, which nobody is told again. */
  @POST
  public void make(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    Caller maker = exchange.caller(Role.ADMIN);
    exchange.query().only();
    RequestedKey asked =
        KeyBody.read(JsonBody.read(exchange, body, settings.maxBodyBytes())).by(maker);
    KeyBody.check(asked, clock.instant());
    checkAllowed(asked, maker);
    Urls urls = publicUrls.seenBy(exchange.uri());
    Outcomes.answer(
        response, keys.make(asked, maker, actors.of(exchange)), made -> created(made, urls));
  }

  private static void checkAllowed(RequestedKey asked, Caller maker) {
    if (!asked.isWithin(maker)) {
      throw Problem.of(ProblemType.NOT_ALLOWED, "You may make keys of your own tenant only.")
          .with("role", Role.ADMIN.wireName());
    }
    asked
        .beyond(maker)
        .ifPresent(
            role -> {
              throw Problem.of(ProblemType.NOT_ALLOWED, "A key has no more roles than its maker.")
                  .with("role", role.wireName());
            });
  }

  private static Response created(KeyReport.WithSecret made, Urls urls) {
    return Answers.json(
            Response.Status.CREATED.getStatusCode(), WireJson.bytes(KeyView.of(made, urls)))
        .header(HttpHeaders.LOCATION, urls.key(made.key().id()))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Response find(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    KeyReport found = keys.find(exchange.caller(Role.ADMIN), id).orElseThrow(KeysResource::unknown);
    return Answers.representation(exchange, KeyView.of(found, urls));
  }

  /** It counts no more: 204. Again: changes nothing. */
  @DELETE
  @Path("{id}")
  public void revoke(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Outcomes.answer(
        response,
        keys.revoke(exchange.caller(Role.ADMIN), id, actors.of(exchange)),
        revoked -> {
          if (!revoked) {
            throw unknown();
          }
          return Response.noContent().build();
        });
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no key with this id.");
  }
}

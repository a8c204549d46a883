package dev.accepted.http.signin;

import dev.accepted.config.Settings;
import dev.accepted.engine.SessionService;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.keys.ApiKeys;
import dev.accepted.guard.sessions.Session;
import dev.accepted.guard.tokens.CodeFlow;
import dev.accepted.http.identity.Identities;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.SessionCookie;
import dev.accepted.http.submission.JsonBody;
import dev.accepted.http.submission.JsonMembers;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls; and the session of a browser, which begins with an API key and ends here. */
@ApplicationScoped
@Path("session")
public class SessionResource {

  private static final String KEY = "key";
  private static final String KEY_IS = "This is an API key; it begins with acc_.";

  @Inject Settings settings;
  @Inject Identities identities;
  @Inject SessionService sessions;
  @Inject Clock clock;
  @Inject PublicUrls publicUrls;

  /** Who calls, or how to sign in. */
  @GET
  public Response show(@BeanParam Exchange exchange) {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    return answer(Response.Status.OK, view(exchange.signedIn(), exchange.sessionEnd(), exchange))
        .build();
  }

  /** Signs in with an API key: 201, and a cookie that counts as long as the key does. */
  @POST
  public Response begin(@BeanParam Exchange exchange, InputStream body) throws IOException {
    exchange.query().only();
    if (settings.auth().none()) {
      throw Problem.of(ProblemType.UNKNOWN_RESOURCE, "Nobody signs in here.");
    }
    String key = key(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    Caller caller = identities.caller(key);
    Duration life = settings.auth().session();
    Instant until = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    Urls urls = publicUrls.seenBy(exchange.uri());
    String sealed = sessions.sessions().sealed(new Session(new Session.ByKey(key), until));
    return answer(Response.Status.CREATED, view(Optional.of(caller), Optional.of(until), exchange))
        .header(HttpHeaders.LOCATION, urls.session())
        .header(
            HttpHeaders.SET_COOKIE, SessionCookie.kept(sealed, life, exchange.isSecure(publicUrls)))
        .build();
  }

  /** Tokens have a way of their own to a session. */
  private static String key(JsonObject body) {
    JsonMembers members = new JsonMembers(body, Set.of(KEY));
    Optional<String> key = members.read(KEY, text -> ApiKeys.isMeant(text) ? text : null, KEY_IS);
    if (members.value(KEY).isEmpty()) {
      members.invalid(KEY, KEY_IS);
    }
    members.end();
    return key.orElseThrow();
  }

  /** Signs out in this browser: 204, whether somebody was signed in or not. */
  @DELETE
  public Response end(@BeanParam Exchange exchange) {
    exchange.query().only();
    return Response.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.forgotten(exchange.isSecure(publicUrls)))
        .build();
  }

  private SessionView view(Optional<Caller> caller, Optional<Instant> until, Exchange exchange) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    Optional<CodeFlow> flow = identities.codeFlow();
    List<String> ways = new ArrayList<>();
    if (settings.auth().keys()) {
      ways.add(KEY);
    }
    flow.ifPresent(present -> ways.add("issuer"));
    return new SessionView(
        caller.isPresent(),
        caller.map(Caller::name).orElse(null),
        caller.flatMap(Caller::tenant).orElse(null),
        caller.stream()
            .flatMap(known -> known.roles().stream())
            .sorted()
            .map(Role::wireName)
            .toList(),
        until.orElse(null),
        ways,
        flow.map(present -> present.issuer().toString()).orElse(null),
        Map.of("self", urls.session()));
  }

  private static Response.ResponseBuilder answer(Response.Status status, SessionView view) {
    return Answers.json(status.getStatusCode(), WireJson.bytes(view))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE);
  }
}

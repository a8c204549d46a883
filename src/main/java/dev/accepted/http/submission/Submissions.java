package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.guard.Role;
import dev.accepted.http.header.IdempotencyKeyHeader;
import dev.accepted.http.header.TraceContextHeaders;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.job.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both ways to submit a job. */
@ApplicationScoped
public class Submissions {

  @Inject JobTypes types;
  @Inject Settings settings;
  @Inject BodyReceiver receiver;
  @Inject Acceptance acceptance;
  @Inject PublicUrls publicUrls;

  /**
   * Where jobs of a type are submitted.
   *
   * @throws Problem 404 if no type has that collection
   */
  public CollectionResource collection(String name) {
    RegisteredType type =
        types
            .inCollection(name)
            .orElseThrow(
                () ->
                    Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no resource at this path."));
    return new CollectionResource(this, type);
  }

  /** The body is the input of a job of that type. */
  void toCollection(
      AsyncResponse response, Exchange exchange, RegisteredType type, InputStream body)
      throws IOException {
    String owner = exchange.caller(Role.SUBMIT).owner();
    String key = key(exchange);
    QueryOptions query = new QueryOptions(exchange.query());
    RequestedOptions options = query.options();
    Received received = receiver.receive(type.definition(), exchange, query, body);
    acceptance.submit(
        response,
        exchange,
        new NewJob(
            owner,
            type.name(),
            received.input(),
            received.file(),
            options,
            key,
            trace(exchange),
            publicUrls.seenBy(exchange.uri()).api()),
        "");
  }

  /** The body is an envelope that names the type. */
  public void envelope(AsyncResponse response, Exchange exchange, InputStream body)
      throws IOException {
    exchange.query().only();
    String owner = exchange.caller(Role.SUBMIT).owner();
    String key = key(exchange);
    Envelope envelope = Envelope.read(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    acceptance.submit(
        response,
        exchange,
        new NewJob(
            owner,
            envelope.type(),
            envelope.input(),
            null,
            envelope.options(),
            key,
            trace(exchange),
            publicUrls.seenBy(exchange.uri()).api()),
        Pointers.to(Envelope.INPUT));
  }

  private static @Nullable TraceContext trace(Exchange exchange) {
    List<String> traceparent = exchange.header(TraceContextHeaders.TRACEPARENT);
    return traceparent.isEmpty()
        ? null
        : TraceContextHeaders.parse(traceparent, exchange.header(TraceContextHeaders.TRACESTATE))
            .orElse(null);
  }

  private static @Nullable String key(Exchange exchange) {
    return IdempotencyKeyHeader.parse(exchange.header(IdempotencyKeyHeader.NAME)).orElse(null);
  }
}

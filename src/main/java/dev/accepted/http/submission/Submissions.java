package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.faulty.Asked;
import dev.accepted.http.faulty.Scripts;
import dev.accepted.http.header.IdempotencyKeyHeader;
import dev.accepted.http.header.InvalidHeader;
import dev.accepted.http.header.TraceContextHeaders;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Both ways to submit a job. */
@ApplicationScoped
public class Submissions {

  @Inject JobTypes types;
  @Inject Settings settings;
  @Inject BodyReceiver receiver;
  @Inject NamedUpload uploads;
  @Inject Acceptance acceptance;
  @Inject Scripts scripts;
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
    Caller caller = exchange.caller(Role.SUBMIT);
    String key = key(exchange);
    refuseParts(exchange);
    QueryOptions query = new QueryOptions(exchange.query());
    RequestedOptions options = query.options();
    UUID upload = query.upload().orElse(null);
    if (upload != null) {
      uploads.check(type.definition(), caller.owner(), upload);
    }
    Received received =
        upload == null
            ? receiver.receive(type.definition(), exchange, query, body)
            : uploads.receive(type.definition(), exchange, query, body);
    Urls urls = scripts.urls(exchange, type.name(), received.input());
    acceptance.submit(
        response,
        exchange,
        new NewJob(
            caller.owner(),
            type.name(),
            received.input(),
            received.file(),
            options,
            heeded(exchange, key),
            trace(exchange),
            urls.api(),
            caller.may(Role.ADMIN),
            upload),
        urls,
        "");
  }

  /** A part must not be taken for all of a file. */
  private static void refuseParts(Exchange exchange) {
    if (!UploadFields.flag(exchange.header(UploadFields.COMPLETE)).orElse(true)) {
      throw new InvalidHeader(
          UploadFields.COMPLETE,
          "A submission has all of its file. What comes in parts is brought to /api/uploads"
              + " before.");
    }
  }

  /** The body is an envelope that names the type. */
  public void envelope(AsyncResponse response, Exchange exchange, InputStream body)
      throws IOException {
    exchange.query().only();
    Caller caller = exchange.caller(Role.SUBMIT);
    String key = key(exchange);
    Envelope envelope = Envelope.read(JsonBody.read(exchange, body, settings.maxBodyBytes()));
    checkUpload(envelope, caller);
    Urls urls = scripts.urls(exchange, envelope.type(), envelope.input());
    acceptance.submit(
        response,
        exchange,
        new NewJob(
            caller.owner(),
            envelope.type(),
            envelope.input(),
            null,
            envelope.options(),
            heeded(exchange, key),
            trace(exchange),
            urls.api(),
            caller.may(Role.ADMIN),
            envelope.upload()),
        urls,
        Pointers.to(Envelope.INPUT));
  }

  private void checkUpload(Envelope envelope, Caller caller) {
    UUID upload = envelope.upload();
    if (upload != null) {
      types
          .named(envelope.type())
          .ifPresent(type -> uploads.check(type.definition(), caller.owner(), upload));
    }
  }

  /** How something that knows its job submits it. */
  @FunctionalInterface
  public interface Submitting {

    /**
     * Submits it.
     *
     * @param key the request's idempotency key; null for none
     * @param trace of which the request is a part; null for none
     */
    CompletionStage<Job> submit(@Nullable String key, @Nullable TraceContext trace);
  }

  /** The job is not in the request; it is answered like one that is. */
  public void elsewhere(AsyncResponse response, Exchange exchange, Submitting submitting) {
    String key = key(exchange);
    TraceContext trace = trace(exchange);
    acceptance.answer(
        response,
        exchange,
        () -> submitting.submit(key, trace),
        null,
        publicUrls.seenBy(exchange.uri()),
        Pointers.to(Envelope.INPUT));
  }

  /** A script may say that it isn't. */
  private static @Nullable String heeded(Exchange exchange, @Nullable String key) {
    boolean passedOver =
        exchange
            .left(Asked.class)
            .filter(asked -> asked.passesOver(IdempotencyKeyHeader.NAME))
            .isPresent();
    return passedOver ? null : key;
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

package dev.accepted.http.simulator;

import dev.accepted.http.header.ByteRange;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.Document;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer with some status code, of which all is known but when it is sent.
 *
 * @param request what was asked
 * @param extras headers in place of the usual ones, and beside them
 * @param body in place of the usual one
 * @param range which part is asked for; empty for none that could be read
 */
record SimulatedAnswer(
    StatusCode code,
    AskedRequest request,
    Urls urls,
    List<ExtraHeader> extras,
    Optional<ExtraBody> body,
    Optional<String> range) {

  private static final int PARTIAL = 206;

  /** The one to a request. */
  static SimulatedAnswer to(Exchange exchange, StatusCode code, Urls urls) {
    return new SimulatedAnswer(
        code,
        AskedRequest.of(exchange),
        urls,
        ExtraHeader.of(exchange.query().all("header"), urls.api()),
        ExtraBody.of(exchange.query()),
        exchange.first("Range"));
  }

  /** Puts it together. */
  Response at(Instant now) {
    byte[] whole = whole();
    ByteRange part = code.code() == PARTIAL ? part(whole.length) : all(whole.length);
    Places places =
        Places.of(
            urls, request.method(), now, part.contentRange(whole.length), EntityTags.of(whole));
    ResponseBuilder answer = Response.status(code.code());
    if (code.body()) {
      byte[] sent = Arrays.copyOfRange(whole, (int) part.first(), (int) part.last() + 1);
      answer
          .entity(new Document(sent))
          .type(body.map(ExtraBody::mediaType).orElse(MediaType.APPLICATION_JSON))
          .header(HttpHeaders.CONTENT_LENGTH, sent.length);
    }
    usual(places).forEach(answer::header);
    extras.stream()
        .filter(extra -> !extra.value().isEmpty())
        .forEach(extra -> answer.header(extra.name(), extra.value()));
    return answer.build();
  }

  private byte[] whole() {
    return body.map(ExtraBody::bytes)
        .orElseGet(
            () -> WireJson.bytes(SimulatedBody.of(code, code.code() == PARTIAL ? null : request)));
  }

  /** What it needs by itself, but for what the request has something to say about. */
  private Map<String, String> usual(Places places) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE);
    code.headers().stream()
        .filter(header -> header.isFor(request.method()))
        .forEach(header -> headers.put(header.name(), places.filled(header.value())));
    extras.forEach(extra -> headers.remove(extra.name()));
    return headers;
  }

  /** The part that is asked for, if there is such a one; otherwise the first half. */
  private ByteRange part(int length) {
    try {
      Optional<ByteRange> wanted =
          range.isEmpty() ? Optional.empty() : ByteRange.parse(range.get(), length);
      return wanted.orElse(new ByteRange(0, Math.max(1, length / 2) - 1));
    } catch (ByteRange.Unsatisfiable behindTheEnd) {
      return new ByteRange(0, Math.max(1, length / 2) - 1);
    }
  }

  private static ByteRange all(int length) {
    return new ByteRange(0, length - 1L);
  }
}

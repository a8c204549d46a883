package dev.accepted.http.request;

import dev.accepted.http.header.EntityTags;
import dev.accepted.http.wire.Document;
import dev.accepted.http.wire.WireJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/** Answers whose body is in memory, most of them JSON. */
public final class Answers {

  /** For what may be kept, but must be asked about each time. */
  public static final String REVALIDATE = "private, no-cache";

  /** For what must not be kept. */
  public static final String NO_STORE = "no-store";

  private Answers() {}

  /**
   * The current representation of a resource, or 304 if the client has it. Its strong tag is made
   * of its bytes.
   */
  public static Response representation(Exchange exchange, Object view) {
    return page(exchange, view, Optional.empty());
  }

  /**
   * The same for a page of a list.
   *
   * @param next URL of the page that follows
   */
  public static Response page(Exchange exchange, Object view, Optional<String> next) {
    exchange.accepted(MediaType.APPLICATION_JSON);
    byte[] body = WireJson.bytes(view);
    String tag = EntityTags.of(body);
    boolean had = EntityTags.weaklyListed(exchange.header(HttpHeaders.IF_NONE_MATCH), tag);
    ResponseBuilder answer =
        had ? Response.notModified() : json(Response.Status.OK.getStatusCode(), body);
    next.ifPresent(url -> answer.header(HttpHeaders.LINK, "<" + url + ">; rel=\"next\""));
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
        .build();
  }

  /** The tag that {@link #representation} gives it. */
  public static String tag(Object view) {
    return EntityTags.of(WireJson.bytes(view));
  }

  /** An answer with a body of JSON. */
  public static ResponseBuilder json(int status, byte[] body) {
    return bytes(status, body, MediaType.APPLICATION_JSON);
  }

  /** An answer with a body that is in memory. */
  public static ResponseBuilder bytes(int status, byte[] body, String mediaType) {
    return Response.status(status)
        .entity(new Document(body))
        .type(mediaType)
        .header(HttpHeaders.CONTENT_LENGTH, body.length);
  }
}

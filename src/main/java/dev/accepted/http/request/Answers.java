package dev.accepted.http.request;

import dev.accepted.http.header.AcceptEncoding;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.wire.Document;
import dev.accepted.http.wire.Gzip;
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

  /** From so many bytes on, compression saves packets: about eight jobs. */
  private static final int LONG = 8_192;

  private Answers() {}

  /**
   * The current representation of a resource, or 304 if the client has it. Its strong tag is made
   * of its bytes.
   */
  public static Response representation(Exchange exchange, Object view) {
    exchange.accepted(MediaType.APPLICATION_JSON);
    return representation(exchange, WireJson.bytes(view), Optional.empty());
  }

  /**
   * The same for a page of a list. A long one is compressed for whoever takes that, and is then
   * another representation, with a tag of its own (RFC 9110, section 8.8.3.3); no list is changed
   * by its tag.
   *
   * @param next URL of the page that follows
   */
  public static Response page(Exchange exchange, Object view, Optional<String> next) {
    exchange.accepted(MediaType.APPLICATION_JSON);
    byte[] body = WireJson.bytes(view);
    Optional<String> link = next.map(url -> "<" + url + ">; rel=\"next\"");
    boolean compressed =
        body.length >= LONG
            && AcceptEncoding.takesGzip(exchange.header(HttpHeaders.ACCEPT_ENCODING));
    ResponseBuilder answer = unlessHad(exchange, compressed ? Gzip.fastest(body) : body, link);
    if (compressed) {
      answer.header(HttpHeaders.CONTENT_ENCODING, AcceptEncoding.GZIP);
    }
    return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
  }

  /**
   * The same of JSON that is there already.
   *
   * @param link the value of the header of that name
   */
  public static Response representation(Exchange exchange, byte[] body, Optional<String> link) {
    return unlessHad(exchange, body, link).build();
  }

  private static ResponseBuilder unlessHad(Exchange exchange, byte[] body, Optional<String> link) {
    String tag = EntityTags.of(body);
    boolean had = EntityTags.weaklyListed(exchange.header(HttpHeaders.IF_NONE_MATCH), tag);
    ResponseBuilder answer =
        had ? Response.notModified() : json(Response.Status.OK.getStatusCode(), body);
    link.ifPresent(value -> answer.header(HttpHeaders.LINK, value));
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
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

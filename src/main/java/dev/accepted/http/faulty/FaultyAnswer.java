package dev.accepted.http.faulty;

import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.wire.Document;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that is about to be sent, and can still be changed. */
final class FaultyAnswer {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** What an error doesn't have of the answer in whose place it is. */
  private static final List<String> NOT_OF_ERRORS =
      List.of(
          HttpHeaders.LOCATION,
          "Operation-Location",
          HttpHeaders.LINK,
          HttpHeaders.RETRY_AFTER,
          HttpHeaders.ETAG,
          HttpHeaders.LAST_MODIFIED,
          HttpHeaders.CONTENT_DISPOSITION,
          "Accept-Ranges",
          "Repr-Digest",
          "Preference-Applied");

  private final ContainerResponseContext answer;

  FaultyAnswer(ContainerResponseContext answer) {
    this.answer = answer;
  }

  int status() {
    return answer.getStatus();
  }

  void status(int status) {
    answer.setStatus(status);
  }

  /** The value of a header; empty if it isn't there. */
  Optional<String> header(String name) {
    return Optional.ofNullable(answer.getHeaderString(name));
  }

  void set(String name, String value) {
    boolean type = name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    answer.getHeaders().putSingle(name, type ? MediaType.valueOf(value) : value);
  }

  void drop(String name) {
    answer.getHeaders().remove(name);
  }

  /** The body; empty if there is none, or it isn't in memory. */
  Optional<String> body() {
    return Optional.ofNullable(bytes(answer.getEntity()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte @Nullable [] bytes(@Nullable Object entity) {
    if (entity instanceof Document document) {
      return document.bytes();
    }
    return entity instanceof byte[] bytes ? bytes : null;
  }

  /** Gives it another body; empty text for none. */
  void body(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      answer.setEntity(null);
      drop(HttpHeaders.CONTENT_TYPE);
      drop(HttpHeaders.CONTENT_LENGTH);
      return;
    }
    MediaType type =
        answer.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : answer.getMediaType();
    answer.setEntity(new Document(bytes));
    answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
    set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
  }

  /** The object that the body is, if it is one. */
  Optional<JsonObject> object() {
    return body().flatMap(FaultyAnswer::parsed);
  }

  private static Optional<JsonObject> parsed(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (JsonException other) {
      return Optional.empty();
    }
  }

  /** Merges members into the body, if that is an object (RFC 7396). */
  void merge(JsonObject members) {
    object()
        .map(object -> JSON.createMergePatch(members).apply(object))
        .ifPresent(merged -> body(merged.toString()));
  }

  /** Makes an error of it, with a problem document. */
  void problem(int status, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    NOT_OF_ERRORS.forEach(this::drop);
    status(status);
    set(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    set(HttpHeaders.CACHE_CONTROL, "no-store");
    body(JSON.createObjectBuilder().add("title", title).add("detail", detail).build().toString());
  }
}

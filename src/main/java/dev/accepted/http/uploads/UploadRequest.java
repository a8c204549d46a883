package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.Part;
import dev.accepted.http.header.InvalidHeader;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the upload that it begins, or goes on with.
 *
 * @param completes whether nothing follows its body
 * @param whole length of the whole upload, in bytes; null if it doesn't say
 * @param body length of its body, in bytes; null while that isn't known
 */
record UploadRequest(boolean completes, @Nullable Long whole, @Nullable Long body) {

  /** The server has seen to it that there are digits only; a long holds so many of them. */
  private static final int MOST_DIGITS = 18;

  /**
   * Reads it.
   *
   * @throws InvalidHeader if {@code Upload-Complete} doesn't say whether anything follows
   */
  static UploadRequest of(Exchange exchange) {
    boolean completes =
        UploadFields.flag(exchange.header(UploadFields.COMPLETE))
            .orElseThrow(
                () ->
                    new InvalidHeader(
                        UploadFields.COMPLETE,
                        "The header is ?1 if the body ends the upload, and ?0 if more is to"
                            + " come."));
    return new UploadRequest(
        completes,
        UploadFields.number(exchange.header(UploadFields.LENGTH)).orElse(null),
        bodyLength(exchange));
  }

  private static @Nullable Long bodyLength(Exchange exchange) {
    if (!exchange.header("Transfer-Encoding").isEmpty()) {
      return null;
    }
    Optional<String> length = exchange.first(HttpHeaders.CONTENT_LENGTH);
    if (length.isEmpty()) {
      // HTTP/2 may leave it out; without a body, a client of HTTP/1.1 may, too.
      return null;
    }
    return length.get().length() > MOST_DIGITS ? Long.MAX_VALUE / 2 : Long.valueOf(length.get());
  }

  /** Whether the body is known to be empty. */
  boolean isEmpty() {
    return body != null && body == 0;
  }

  /** The length of the upload that it begins, as far as it says; its parts must agree. */
  @Nullable Long length() {
    return whole != null ? whole : completes ? body : null;
  }

  /**
   * What it brings.
   *
   * @param offset where that belongs
   * @param most bytes that the upload may have
   */
  Part part(long offset, long most) {
    return new Part(offset, completes, body, whole, most);
  }
}

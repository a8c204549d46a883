package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies that must fit in memory. */
final class LimitedBody {

  /** The server has seen to it that there are digits only; a long holds so many of them. */
  private static final int MOST_DIGITS = 18;

  private LimitedBody() {}

  /**
   * The whole body.
   *
   * @throws Problem 413 if it is longer than {@code most} bytes, by its own account or in fact
   */
  static byte[] read(InputStream body, Exchange exchange, long most) throws IOException {
    checkDeclared(exchange, most);
    byte[] bytes = body.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  /** Passes if the request doesn't announce more than {@code most} bytes. */
  static void checkDeclared(Exchange exchange, long most) {
    boolean tooLong =
        exchange
            .first(HttpHeaders.CONTENT_LENGTH)
            .filter(length -> length.length() > MOST_DIGITS || Long.parseLong(length) > most)
            .isPresent();
    if (tooLong) {
      throw tooLarge(most);
    }
  }

  static Problem tooLarge(long most) {
    return Problem.of(
            ProblemType.CONTENT_TOO_LARGE, "No more than %d bytes are taken here.".formatted(most))
        .with("limit", most);
  }
}

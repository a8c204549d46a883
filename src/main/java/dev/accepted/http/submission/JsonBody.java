package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Exchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;

/** A body that is a JSON object, and nothing else. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * Reads it.
   *
   * @param most in bytes
   * @throws Problem 400 if it isn't well-formed JSON, 413 if it is too long, 415 if it says to be
   *     something else, 422 if it is no object
   */
  public static JsonObject read(Exchange exchange, InputStream body, long most) throws IOException {
    BodyTypes.ENVELOPE.check(exchange);
    return InputJson.object(LimitedBody.read(new RequestBody(body), exchange, most));
  }

  /**
   * The same where nothing is as good as an object without members.
   *
   * @throws Problem as {@link #read}
   */
  public static JsonObject readIfAny(Exchange exchange, InputStream body, long most)
      throws IOException {
    byte[] sent = LimitedBody.read(new RequestBody(body), exchange, most);
    if (sent.length == 0) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    BodyTypes.ENVELOPE.check(exchange);
    return InputJson.object(sent);
  }
}

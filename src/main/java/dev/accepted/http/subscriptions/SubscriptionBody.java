package dev.accepted.http.subscriptions;

import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.submission.JsonMembers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a body that asks for a subscription, or for a change of one. What they may hold is
 * for the engine to say; whatever is of another form is gathered, and is a problem in the end. Null
 * is as good as none.
 */
final class SubscriptionBody {

  private static final String URL = "url";
  private static final String TYPES = "types";
  private static final String EVENTS = "events";
  private static final String LABELS = "labels";
  private static final String SECRET = "secret";
  private static final String OVERLAP = "overlap";

  private final JsonMembers members;

  private SubscriptionBody(JsonObject body, Set<String> known) {
    members = new JsonMembers(body, known);
  }

  /**
   * A new secret.
   *
   * @param overlap how long the former counts on; null for the usual time
   * @param secret null for one that the server makes
   */
  record Rotation(@Nullable Duration overlap, @Nullable String secret) {

    /** The secret stays out of logs. */
    @Override
    public String toString() {
      return "Rotation[overlap=" + overlap + ']';
    }
  }

  /**
   * Reads a subscription that is new.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static RequestedSubscription fresh(JsonObject body) {
    return new SubscriptionBody(body, Set.of(URL, TYPES, EVENTS, LABELS, SECRET)).read();
  }

  /**
   * Reads what a subscription is to be: all but its secret.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static RequestedSubscription changed(JsonObject body) {
    return new SubscriptionBody(body, Set.of(URL, TYPES, EVENTS, LABELS)).read();
  }

  /**
   * Reads how a secret is to be replaced.
   *
   * @throws Problem 422 with pointers to what is of another form
   */
  static Rotation rotation(JsonObject body) {
    JsonMembers members = new JsonMembers(body, Set.of(OVERLAP, SECRET));
    Rotation rotation =
        new Rotation(
            members
                .read(OVERLAP, Duration::parse, "This is a duration such as PT24H (ISO 8601).")
                .orElse(null),
            members.text(SECRET).orElse(null));
    members.end();
    return rotation;
  }

  private RequestedSubscription read() {
    Optional<String> url = members.text(URL);
    if (url.isEmpty() && members.valid()) {
      members.invalid(URL, "Where to send it is required.");
    }
    RequestedSubscription asked =
        new RequestedSubscription(
            url.orElse(""),
            members.texts(TYPES),
            members.texts(EVENTS),
            members.strings(LABELS),
            members.text(SECRET).orElse(null));
    members.end();
    return asked;
  }
}

package dev.accepted.http.links;

import dev.accepted.config.LinkSettings;
import dev.accepted.guard.links.LinkTarget;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.submission.JsonMembers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body asks a link to be. Null is as good as none.
 *
 * @param lifetime how long it is to count
 */
record LinkBody(LinkTarget to, Duration lifetime) {

  private static final String TO = "to";
  private static final String LIFETIME = "lifetime";
  private static final Set<String> KNOWN = Set.of(TO, LIFETIME);

  /**
   * Reads it.
   *
   * @throws Problem 422 with pointers to what can't be
   */
  static LinkBody read(JsonObject body, LinkSettings settings) {
    JsonMembers members = new JsonMembers(body, KNOWN);
    Optional<LinkTarget> to =
        members.read(TO, name -> LinkTarget.named(name).orElse(null), "This is result or monitor.");
    Optional<Duration> lifetime =
        members.read(
            LIFETIME,
            text -> granted(Duration.parse(text), settings),
            "This is a duration from PT1S to %s (ISO 8601).".formatted(settings.lifetime()));
    members.end();
    return new LinkBody(to.orElse(LinkTarget.RESULT), lifetime.orElse(settings.usual()));
  }

  private static @Nullable Duration granted(Duration asked, LinkSettings settings) {
    boolean fits = asked.toSeconds() > 0 && asked.compareTo(settings.lifetime()) <= 0;
    return fits ? asked : null;
  }
}

package dev.accepted.faulty;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that is wrong on purpose.
 *
 * @param name as it stands in URLs and scripts
 * @param what it does, in a sentence
 * @param rule of the inspector that finds it
 * @param places where it shows; empty for everywhere
 * @param moments when it shows; empty for always
 * @param turn which answers, of those, it changes
 * @param onlyHead whether it shows to {@code HEAD} only
 * @param onlyGet whether it doesn't show to {@code HEAD}
 * @param onlyOld whether it shows for jobs only that are older than the server's start
 * @param instead whether nothing is done of what is asked for
 * @param delay how long the answer is held back; zero for not at all
 * @param unheard headers of the request that are passed over
 * @param unsaid headers that such answers never have, though the server would add them by itself
 */
public record Fault(
    String name,
    String what,
    String rule,
    Set<Place> places,
    Set<Moment> moments,
    Turn turn,
    boolean onlyHead,
    boolean onlyGet,
    boolean onlyOld,
    boolean instead,
    Duration delay,
    List<String> unheard,
    List<String> unsaid,
    Change change) {

  static Fault of(JsonObject json) {
    return new Fault(
        json.getString("name"),
        json.getString("what"),
        json.getString("rule"),
        Texts.list(json, "at").stream().map(Place::of).collect(Collectors.toUnmodifiableSet()),
        Texts.list(json, "when").stream().map(Moment::of).collect(Collectors.toUnmodifiableSet()),
        Turn.of(json),
        json.getBoolean("onlyHead", false),
        json.getBoolean("onlyGet", false),
        json.getBoolean("onlyOld", false),
        json.getBoolean("instead", false),
        Texts.optional(json, "delay").map(Duration::parse).orElse(Duration.ZERO),
        Texts.list(json, "unheard"),
        Texts.list(json, "unsaid"),
        Change.of(json));
  }

  /** Whether it may show there. */
  public boolean isAt(Place place) {
    return places.isEmpty() || places.contains(place);
  }

  /** Whether it may show then. */
  public boolean isWhen(Moment moment) {
    return moments.isEmpty() || moments.contains(moment);
  }
}

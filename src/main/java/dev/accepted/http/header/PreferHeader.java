package dev.accepted.http.header;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the request prefers (RFC 7240), as far as this server knows it. Anything else in the header
 * is ignored, and so is a {@code wait} that is no whole number: a preference is never an error.
 *
 * @param respondAsync whether a 202 is wanted rather than a long wait
 * @param patience how long the client would wait for a better answer
 */
public record PreferHeader(boolean respondAsync, Optional<Duration> patience) {

  private static final String WAIT = "wait";
  private static final String RESPOND_ASYNC = "respond-async";
  private static final int MOST_DIGITS = 9;

  private static final PreferHeader NONE = new PreferHeader(false, Optional.empty());

  /** Reads all {@code Prefer} lines of a request; of two preferences with one name the first. */
  public static PreferHeader parse(List<String> lines) {
    if (lines.isEmpty()) {
      return NONE;
    }
    Map<String, String> preferences = new HashMap<>();
    for (String preference : QuotedList.splitAll(lines, ',')) {
      String first = QuotedList.split(preference, ';').stream().findFirst().orElse("");
      int equals = first.indexOf('=');
      String name = (equals < 0 ? first : first.substring(0, equals)).strip();
      String word = equals < 0 ? "" : first.substring(equals + 1).strip();
      preferences.putIfAbsent(name.toLowerCase(Locale.ROOT), QuotedList.unquote(word));
    }
    return new PreferHeader(
        preferences.containsKey(RESPOND_ASYNC), seconds(preferences.getOrDefault(WAIT, "")));
  }

  /** The same with a wait of at most {@code most}. */
  public PreferHeader capped(Duration most) {
    return new PreferHeader(
        respondAsync, patience.map(wanted -> wanted.compareTo(most) > 0 ? most : wanted));
  }

  /** Whether there is anything to wait for. */
  public boolean waits() {
    return patience.isPresent() && !patience.get().isZero();
  }

  /** What {@code Preference-Applied} says of an answer given when the work was done. */
  public Optional<String> appliedWait() {
    return patience.map(duration -> WAIT + '=' + duration.toSeconds());
  }

  /** What {@code Preference-Applied} says of an answer given while the work goes on. */
  public Optional<String> appliedAsync() {
    List<String> applied = new ArrayList<>();
    if (respondAsync) {
      applied.add(RESPOND_ASYNC);
    }
    appliedWait().ifPresent(applied::add);
    return applied.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", applied));
  }

  private static Optional<Duration> seconds(String digits) {
    boolean usable =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return usable ? Optional.of(Duration.ofSeconds(Long.parseLong(digits))) : Optional.empty();
  }
}

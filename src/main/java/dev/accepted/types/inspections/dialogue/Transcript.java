package dev.accepted.types.inspections.dialogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that was said, in order.
 *
 * @param cutShort why the inspection ended before it had seen all, for people; null if it has
 */
public record Transcript(Places places, List<Exchange> exchanges, @Nullable String cutShort) {

  /** Reading the monitor of the job while it runs, and at its end. */
  public static final Set<Purpose> POLLS =
      Set.copyOf(
          EnumSet.of(
              Purpose.FIRST_POLL,
              Purpose.POLL,
              Purpose.CONDITIONAL_POLL,
              Purpose.LONG_POLL,
              Purpose.IMPATIENT_POLL,
              Purpose.MONITOR_AGAIN));

  public Transcript {
    exchanges = List.copyOf(exchanges);
  }

  /** That of an inspection that has seen all. */
  public Transcript(Places places, List<Exchange> exchanges) {
    this(places, exchanges, null);
  }

  /** Those of one of these purposes. */
  public List<Exchange> of(Set<Purpose> purposes) {
    return exchanges.stream().filter(one -> purposes.contains(one.purpose())).toList();
  }

  /** Those of that purpose. */
  public List<Exchange> of(Purpose purpose) {
    return of(Set.of(purpose));
  }

  /** The first of that purpose. */
  public Optional<Exchange> first(Purpose purpose) {
    return of(purpose).stream().findFirst();
  }

  /** The last of that purpose: behind redirects that were followed. */
  public Optional<Exchange> last(Purpose purpose) {
    List<Exchange> all = of(purpose);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Reading the monitor, in order. */
  public List<Exchange> polls() {
    return of(POLLS);
  }
}

package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.QueryParameters;
import dev.accepted.job.JobEvent.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stream is asked for, beside the jobs. */
public final class StreamQuery {

  /** Only events of these names; repeatable. */
  public static final String EVENT = "event";

  /** The header's value, from clients that can't send it. */
  public static final String LAST_EVENT_ID = "lastEventId";

  private static final String HEADER = "Last-Event-ID";
  private static final Set<String> NAMES =
      Stream.of(Kind.values()).map(Kind::wireName).collect(Collectors.toUnmodifiableSet());

  private StreamQuery() {}

  /**
   * Which events are shown.
   *
   * @throws Problem 400 for a name that no event has
   */
  public static Predicate<Event> shown(QueryParameters query) {
    List<String> names = query.all(EVENT);
    if (!NAMES.containsAll(names)) {
      throw Problem.parameter(
          EVENT, "An event is " + NAMES.stream().sorted().collect(Collectors.joining(", ")) + '.');
    }
    Set<String> asked = Set.copyOf(names);
    return event -> asked.isEmpty() || asked.contains(event.kind().wireName());
  }

  /** The last event that the client has; one that no stream has sent is as good as none. */
  static Optional<Long> after(Exchange exchange) {
    return exchange
        .first(HEADER)
        .or(() -> exchange.query().single(LAST_EVENT_ID))
        .flatMap(StreamQuery::number);
  }

  /** The number in an event's id. */
  public static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.parseUnsignedLong(id.strip())).filter(number -> number >= 0);
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
